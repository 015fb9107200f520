import { Inject, Injectable } from '@nestjs/common';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { SmtpSettings } from '../domain/recruiting-mailbox/channel.js';
import { establishSmtpConnection, mayEstablishSmtpConnection } from '../domain/recruiting-mailbox/establish-smtp-connection.js';
import { passwordOf } from './password-of.js';
import { ConnectionSecrets } from './connection-secrets.js';
import { Probing } from './probing.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

/** What somebody wants to connect with; without `typed` the password that is kept. */
export interface Wanted {
  readonly settings: SmtpSettings;
  readonly typed?: string;
}

/** Decision "Nothing untested becomes active": asked first, then the server, then decided. */
@Injectable()
export class SmtpEstablishing {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly probing: Probing,
    private readonly secrets: ConnectionSecrets,
  ) {}

  async establish(mailboxId: string, { settings, typed }: Wanted, cause: Cause) {
    const asked = await this.mailboxes.ask(mailboxId, cause, (mailbox) => mayEstablishSmtpConnection(mailbox, settings, typed));
    if (!asked.go) return asked.answer;
    const { sender, password } = asked.found;
    const clear = await passwordOf(password, this.secrets);
    if (!clear.ok) return clear;

    // Between the two decisions, so that a slow server holds no revision that another command is waiting to move.
    const reached = await this.probing.reach({ mailboxId, settings, sender, password: clear.value }, cause);
    if (!reached.ok) return reached;

    const secretId = 'secretId' in password ? password.secretId : await this.secrets.keep(password.typed, cause);
    const connection = { connectionId: idFromCommand(cause.commandId, 'smtp-connection'), settings, secretId };
    const decided = await this.mailboxes.decide(mailboxId, cause, (mailbox) => establishSmtpConnection(mailbox, connection, sender, typed));
    if ('typed' in password) await this.secrets.forgetUnlessUsed(secretId, cause, mailboxId);
    return decided;
  }
}
