import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { clearIndividualAddress } from '../../domain/recruiting-mailbox/clear-individual-address.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { IndividualAddresses } from '../individual-addresses.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { ClearIndividualAddress } from './clear-individual-address.command.js';

@CommandHandler(ClearIndividualAddress)
export class ClearIndividualAddressHandler implements ICommandHandler<ClearIndividualAddress> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
    private readonly addresses: IndividualAddresses,
  ) {}

  async execute({ subsidiary, cause }: ClearIndividualAddress) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const cleared = await this.mailboxes.decide(mailboxId, cause, clearIndividualAddress);
    if (cleared.ok) await this.addresses.releaseFormer(cause.companyId, mailboxId);
    return cleared;
  }
}
