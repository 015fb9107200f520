import { Inject, Injectable } from '@nestjs/common';
import type { Task } from '#platform/to-dos/to-do.js';
import { serviceCause } from '#platform/event-store/cause.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Secrets } from '../../vault/public/secrets.js';
import { disconnectSmtp } from '../domain/recruiting-mailbox/disconnect-smtp.js';
import type { MailboxEvent } from '../domain/recruiting-mailbox/events.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

/** What the vault keeps them as. */
export const connectionPassword = 'connection-password';

/** Passwords of connections: in the vault while a mailbox knows them, destroyed afterwards. */
@Injectable()
export class ConnectionSecrets {
  constructor(
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
  ) {}

  /** The id that the password is found again by. */
  keep(password: string, { companyId }: Cause): Promise<string> {
    return this.secrets.keep(companyId, connectionPassword, password);
  }

  reveal(secretId: string): Promise<string | undefined> {
    return this.secrets.reveal(secretId);
  }

  /** One that was kept for a decision which was refused after all, or had been taken before. */
  async forgetUnlessUsed(secretId: string, { companyId }: Cause, mailboxId: string): Promise<void> {
    const standing = await this.mailboxes.load(companyId, mailboxId);
    if (standing?.state.smtp?.secretId !== secretId) await this.secrets.destroy(secretId);
  }

  async destroyReplaced({ companyId, streamId }: Pick<Task, 'companyId' | 'streamId'>): Promise<void> {
    const standing = await this.mailboxes.load(companyId, streamId);
    if (standing === undefined) throw new Error(`The mailbox ${streamId} had a connection, and its stream is empty.`);
    const current = standing.state.smtp?.secretId;
    for (const secretId of new Set(standing.events.flatMap(secretIn))) if (secretId !== current) await this.secrets.destroy(secretId);
  }

  async disconnectUnused({ companyId, streamId }: Pick<Task, 'companyId' | 'streamId'>): Promise<void> {
    const standing = await this.mailboxes.load(companyId, streamId);
    const cause = serviceCause(companyId, 'disconnect-unused', `${streamId}@${standing?.receipt.revision ?? 'none'}`);
    const disconnected = await this.mailboxes.decide(streamId, cause, (mailbox) => disconnectSmtp(mailbox, 'unused'));
    if (!disconnected.ok && disconnected.refusal.reason !== 'switch-to-service-first')
      throw new Error(`The unused connection of ${streamId} was not given up: ${disconnected.refusal.reason}.`);
  }
}

function secretIn(event: MailboxEvent): readonly string[] {
  switch (event.type) {
    case 'SmtpConnectionEstablished':
    case 'PasswordRenewed':
    case 'ChannelDisconnected':
      return [event.data.secretId];
    default:
      return [];
  }
}
