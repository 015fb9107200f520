import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Personal } from '#kernel/personal.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { SecretMissing } from '../../vault/public/secrets.js';
import { impairConnection, proveConnection } from '../domain/recruiting-mailbox/impair-connection.js';
import { versionOf } from '../domain/recruiting-mailbox/smtp-connection-state.js';
import type { ConnectionFailure, ConnectionHealth } from '../public/connection-health.js';
import type { SmtpConnection, SmtpConnections } from '../public/smtp-connections.js';
import { ConnectionSecrets } from './connection-secrets.js';
import { wordsKeyOf } from './connection-words.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

@Injectable()
export class ConnectionsFromStreams implements SmtpConnections, ConnectionHealth {
  private readonly log = new Logger(ConnectionsFromStreams.name);

  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Clock) private readonly clock: Clock,
    private readonly secrets: ConnectionSecrets,
  ) {}

  async find(companyId: string, mailboxId: string): Promise<SmtpConnection | undefined> {
    const standing = await this.mailboxes.load(companyId, mailboxId);
    const { smtp, individualAddress } = standing?.state ?? {};
    if (smtp === undefined || individualAddress === undefined) return undefined;
    const password = await this.passwordOf(smtp.secretId, mailboxId);
    return password === undefined ? undefined : { ...smtp.settings, mailboxId, individualAddress, password, connectionId: versionOf(smtp) };
  }

  async impaired(companyId: string, mailboxId: string, connectionId: string, failure: ConnectionFailure): Promise<void> {
    const { words, ...told } = failure;
    const key = await this.keys.provide(wordsKeyOf(mailboxId));
    const impaired = {
      ...told,
      since: this.clock.now().toISOString(),
      ...(words === undefined ? {} : { words: Personal.under(key.id, words) }),
    };
    const cause = serviceCause(companyId, 'connection-impaired', `${connectionId}@${await this.revision(companyId, mailboxId)}`);
    await this.mailboxes.decide(mailboxId, cause, (mailbox) => impairConnection(mailbox, connectionId, impaired));
    this.log.warn(`The connection of mailbox ${mailboxId} needs attention: ${failure.reason} at ${failure.stage}.`);
  }

  async proven(companyId: string, mailboxId: string, connectionId: string): Promise<void> {
    const cause = serviceCause(companyId, 'connection-proven', connectionId);
    await this.mailboxes.decide(mailboxId, cause, (mailbox) => proveConnection(mailbox, connectionId, 'delivery'));
  }

  private async revision(companyId: string, mailboxId: string): Promise<string> {
    return String((await this.mailboxes.load(companyId, mailboxId))?.receipt.revision ?? 'none');
  }

  /** A vault that is older than the log has lost it: for the connection that is as if it had been destroyed, and somebody types it again. */
  private async passwordOf(secretId: string, mailboxId: string): Promise<string | undefined> {
    try {
      return await this.secrets.reveal(secretId);
    } catch (error) {
      if (!(error instanceof SecretMissing)) throw error;
      this.log.error(`The password of mailbox ${mailboxId} is not in the vault: ${error.message}`);
      return undefined;
    }
  }
}
