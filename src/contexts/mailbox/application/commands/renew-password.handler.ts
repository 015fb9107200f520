import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mayRenewPassword, renewPassword } from '../../domain/recruiting-mailbox/renew-password.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { ConnectionSecrets } from '../connection-secrets.js';
import { Probing } from '../probing.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { RenewPassword } from './renew-password.command.js';

@CommandHandler(RenewPassword)
export class RenewPasswordHandler implements ICommandHandler<RenewPassword> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
    private readonly probing: Probing,
    private readonly secrets: ConnectionSecrets,
  ) {}

  async execute({ subsidiary, password, cause }: RenewPassword) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const asked = await this.mailboxes.ask(mailboxId, cause, (mailbox) => mayRenewPassword(mailbox, password));
    if (!asked.go) return asked.answer;
    const { settings, sender, formerSecretId } = asked.found;
    const reached = await this.probing.reach({ mailboxId, settings, sender, password }, cause);
    if (!reached.ok) return reached;

    const secretId = await this.secrets.keep(password, cause);
    const renewed = await this.mailboxes.decide(mailboxId, cause, (mailbox) => renewPassword(mailbox, password, formerSecretId, secretId));
    await this.secrets.forgetUnlessUsed(secretId, cause, mailboxId);
    return renewed;
  }
}
