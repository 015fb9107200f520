import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { maySetIndividualAddress, setIndividualAddress } from '../../domain/recruiting-mailbox/set-individual-address.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { IndividualAddresses } from '../individual-addresses.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { SetIndividualAddress } from './set-individual-address.command.js';

@CommandHandler(SetIndividualAddress)
export class SetIndividualAddressHandler implements ICommandHandler<SetIndividualAddress> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Config) private readonly config: Config,
    private readonly addressed: AddressedMailboxes,
    private readonly addresses: IndividualAddresses,
  ) {}

  /** Claim, mailbox, release of the old claim, in this order: whatever a crash leaves, nobody else has an address that is in use. */
  async execute({ subsidiary, address, cause }: SetIndividualAddress) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const own = mailDomainsOf(this.config);
    const asked = await this.mailboxes.ask(mailboxId, cause, (mailbox) => maySetIndividualAddress(mailbox, address, own));
    if (!asked.go) return asked.answer;
    const claimed = await this.addresses.claim(address, mailboxId, cause);
    if (!claimed.ok) return claimed;
    const set = await this.mailboxes.decide(mailboxId, cause, (mailbox) => setIndividualAddress(mailbox, address, own));
    if (set.ok) await this.addresses.releaseFormer(cause.companyId, mailboxId);
    return set;
  }
}
