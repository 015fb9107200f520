import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { disconnectSmtp } from '../../domain/recruiting-mailbox/disconnect-smtp.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { ConnectionSecrets } from '../connection-secrets.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { DisconnectSmtp } from './disconnect-smtp.command.js';

@CommandHandler(DisconnectSmtp)
export class DisconnectSmtpHandler implements ICommandHandler<DisconnectSmtp> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
    private readonly secrets: ConnectionSecrets,
  ) {}

  async execute({ subsidiary, cause }: DisconnectSmtp) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const disconnected = await this.mailboxes.decide(mailboxId, cause, (mailbox) => disconnectSmtp(mailbox, 'asked'));
    // At once, because somebody who asks for it means it; what a crash leaves is owed.
    if (disconnected.ok) await this.secrets.destroyReplaced({ companyId: cause.companyId, streamId: mailboxId });
    return disconnected;
  }
}
