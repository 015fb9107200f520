import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mayCheckConnection, restoreConnection } from '../../domain/recruiting-mailbox/check-connection.js';
import { versionOf } from '../../domain/recruiting-mailbox/smtp-connection-state.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { ConnectionSecrets } from '../connection-secrets.js';
import { passwordOf } from '../password-of.js';
import { Probing } from '../probing.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { CheckConnection } from './check-connection.command.js';

@CommandHandler(CheckConnection)
export class CheckConnectionHandler implements ICommandHandler<CheckConnection> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
    private readonly probing: Probing,
    private readonly secrets: ConnectionSecrets,
  ) {}

  async execute({ subsidiary, cause }: CheckConnection) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const asked = await this.mailboxes.ask(mailboxId, cause, mayCheckConnection);
    if (!asked.go) return asked.answer;
    const { smtp, sender } = asked.found;
    const password = await passwordOf(smtp, this.secrets);
    if (!password.ok) return password;
    const reached = await this.probing.reach({ mailboxId, settings: smtp.settings, sender, password: password.value }, cause);
    if (!reached.ok) return reached;
    return this.mailboxes.decide(mailboxId, cause, (mailbox) => restoreConnection(mailbox, versionOf(smtp), 'check'));
  }
}
