import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Config } from '#platform/config/config.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import type { Task } from '#platform/to-dos/to-do.js';
import { Mailboxes } from '../../../mailbox/public/index.js';
import type { WayOut } from '../../domain/outbound-message/held-for-connection.js';
import { releaseWaiting } from '../../domain/outbound-message/release-waiting.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SentRows } from '../ports/sent-rows.port.js';
import { wayOutOf } from './way-out-of.js';

interface Waiting {
  readonly id: string;
  readonly subsidiaryId: string | undefined;
}

/** Lets mail go that waited for a connection, after something about a mailbox has changed. */
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

  /** The rows only tell where to look; each message decides for itself, by what its own company or subsidiary sends with now. */
  async release({ companyId, streamId: mailboxId }: Pick<Task, 'companyId' | 'streamId'>): Promise<void> {
    const ways = new Map<string | undefined, WayOut>();
    for (const { id, subsidiaryId } of await this.waiting(companyId, mailboxId)) {
      const way = ways.get(subsidiaryId) ?? (await this.wayOut(companyId, subsidiaryId));
      ways.set(subsidiaryId, way);
      await this.releaseOne(companyId, id, way);
    }
  }

  private async wayOut(companyId: string, subsidiaryId: string | undefined): Promise<WayOut> {
    const settings = await this.mailboxes.effectiveSettings(companyId, subsidiaryId);
    if (settings === undefined) throw new Error(`Mail waits for the company ${companyId}, and its mailbox is not there.`);
    return wayOutOf(settings, this.mailboxes.mailboxId(companyId, subsidiaryId));
  }

  /** Mail that waits for this mailbox's connection, and mail of this mailbox that waits for its company's. */
  private async waiting(companyId: string, mailboxId: string): Promise<readonly Waiting[]> {
    const head = await this.store.head();
    if (head !== undefined) await this.sent.reached(head);
    const rows = await this.sent.rows
      .selectFrom('sent_messages')
      .select(['outbound_message_id', 'subsidiary_id', 'waits_for_mailbox'])
      .where('company_id', '=', companyId)
      .where('waits_for_mailbox', 'is not', null)
      .orderBy('nth')
      .execute();
    return rows
      .map((row) => ({ id: row.outbound_message_id, subsidiaryId: row.subsidiary_id ?? undefined, waitsFor: row.waits_for_mailbox }))
      .filter(({ subsidiaryId, waitsFor }) => waitsFor === mailboxId || this.mailboxes.mailboxId(companyId, subsidiaryId) === mailboxId);
  }

  private async releaseOne(companyId: string, id: string, way: WayOut): Promise<void> {
    const loaded = await this.messages.load(companyId, id);
    if (loaded === undefined) throw new Error(`The held message ${id} is not there.`);
    const cause = serviceCause(companyId, 'release-held', `${id}@${loaded.receipt.revision}`);
    const age = { now: this.clock.now(), withinHours: this.config.heldMailLeavesWithinHours };
    const released = await this.messages.decide(id, cause, (message) => releaseWaiting(message, way, age));
    if (!released.ok) throw new Error(`The held message ${id} was not released: ${released.refusal.reason}.`);
  }
}
