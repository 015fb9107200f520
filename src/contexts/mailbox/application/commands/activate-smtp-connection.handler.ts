import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { ConnectionWarnings } from '../connection-warnings.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { SmtpEstablishing } from '../smtp-establishing.js';
import { ActivateSmtpConnection } from './activate-smtp-connection.command.js';

@CommandHandler(ActivateSmtpConnection)
export class ActivateSmtpConnectionHandler implements ICommandHandler<ActivateSmtpConnection> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
    private readonly establishing: SmtpEstablishing,
    private readonly warnings: ConnectionWarnings,
  ) {}

  async execute({ subsidiary, cause }: ActivateSmtpConnection) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const asked = await this.mailboxes.ask(mailboxId, cause, ({ smtp }) =>
      smtp === undefined ? refuse('smtp-not-configured') : allow(smtp.settings),
    );
    const established = asked.go ? await this.establishing.establish(mailboxId, { settings: asked.found }, cause) : asked.answer;
    return established.ok ? this.warnings.beside(established.value, mailboxId, cause.companyId) : established;
  }
}
