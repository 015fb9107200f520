import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Config } from '#platform/config/config.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import type { Task } from '#platform/to-dos/to-do.js';
import { Mailboxes } from '../../../mailbox/public/index.js';
import { releaseHeld, type WaitEnded } from '../../domain/outbound-message/release-held.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SentRows } from '../ports/sent-rows.port.js';

/** Lets mail go that waited for a connection. */
@Injectable()
export class HeldMail {
  constructor(
    @Inject(EventStore) private readonly store: Pick<EventStore, 'head'>,
    @Inject(SentRows) private readonly sent: SentRows,
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** The rows only tell where to look; each message decides for itself. */
  async release({ companyId, streamId: mailboxId }: Pick<Task, 'companyId' | 'streamId'>): Promise<void> {
    const ended = await this.endOf(companyId, mailboxId);
    if (ended === undefined) return; // Impaired or switched once more meanwhile: it waits on.
    for (const id of await this.held(companyId, mailboxId)) await this.releaseOne(companyId, id, mailboxId, ended);
  }

  private async endOf(companyId: string, mailboxId: string): Promise<WaitEnded | undefined> {
    const wayOut = await this.mailboxes.wayOut(companyId, mailboxId);
    if (wayOut === undefined || wayOut.needsAttention) return undefined;
    if (wayOut.channel === 'smtp')
      return { by: 'connection-restored', now: this.clock.now(), withinHours: this.config.heldMailLeavesWithinHours };
    return wayOut.waitingMail === 'send-by-service' ? { by: 'send-by-service' } : undefined;
  }

  private async held(companyId: string, mailboxId: string): Promise<readonly string[]> {
    const head = await this.store.head();
    if (head !== undefined) await this.sent.reached(head);
    const rows = await this.sent.rows
      .selectFrom('sent_messages')
      .select('outbound_message_id')
      .where('company_id', '=', companyId)
      .where('held_for_mailbox', '=', mailboxId)
      .orderBy('nth')
      .execute();
    return rows.map((row) => row.outbound_message_id);
  }

  private async releaseOne(companyId: string, id: string, mailboxId: string, ended: WaitEnded): Promise<void> {
    const loaded = await this.messages.load(companyId, id);
    if (loaded === undefined) throw new Error(`The held message ${id} is not there.`);
    const cause = serviceCause(companyId, 'release-held', `${id}@${loaded.receipt.revision}`);
    const released = await this.messages.decide(id, cause, (message) => releaseHeld(message, mailboxId, ended));
    if (!released.ok) throw new Error(`The held message ${id} was not released: ${released.refusal.reason}.`);
  }
}
