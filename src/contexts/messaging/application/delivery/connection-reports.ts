import { Inject, Injectable } from '@nestjs/common';
import { ConnectionHealth, type EffectiveSettings } from '../../../mailbox/public/index.js';
import { type Consequence, whatFollows } from '../../domain/outbound-message/what-follows.js';
import type { Transmission } from '../ports/mail-transport.port.js';
import { codeOf } from './delivery-records.js';

/** Tells a mailbox what delivery found out about its connection. */
@Injectable()
export class ConnectionReports {
  constructor(@Inject(ConnectionHealth) private readonly health: ConnectionHealth) {}

  async proven(companyId: string, { connection, channel }: EffectiveSettings): Promise<void> {
    if (connection === undefined || connection.proven) return;
    await this.health.proven(companyId, channel.supplied.mailboxId, connection.connectionId);
  }

  /** A test found out what would hold all of the mailbox's mail. */
  async failed(companyId: string, settings: EffectiveSettings, transmission: Transmission): Promise<void> {
    if (transmission.ok) return;
    const consequence = whatFollows(transmission.failure, settings.channel.value === 'service' ? 'service' : 'own');
    if (consequence.then === 'hold' && consequence.forMailbox) await this.impaired(companyId, settings, transmission, consequence);
  }

  async impaired(
    companyId: string,
    { connection, channel }: EffectiveSettings,
    { failure, words }: Extract<Transmission, { ok: false }>,
    { reason }: Consequence,
  ): Promise<void> {
    if (connection === undefined) return;
    const code = codeOf(failure.reply);
    await this.health.impaired(companyId, channel.supplied.mailboxId, connection.connectionId, {
      reason,
      stage: failure.stage,
      ...(code === undefined ? {} : { code }),
      ...(words === undefined ? {} : { words }),
    });
  }
}
