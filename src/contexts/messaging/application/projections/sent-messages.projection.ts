import type { Generated, Transaction } from 'kysely';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Projection } from '#platform/projections/projection.js';
import { marksAddress } from '../../domain/outbound-message/bounce-hardness.js';
import type { MessageQueued, OutboundMessageEvent } from '../../domain/outbound-message/events.js';
import type { OutboundState } from '../../domain/outbound-message/outbound-message.js';
import { addressMac } from './sent-macs.js';

export interface SentMessagesTables {
  sent_messages: {
    /** In the order of the log. */
    nth: Generated<number>;
    outbound_message_id: string;
    company_id: string;
    candidate_id: string;
    subsidiary_id: string | null;
    state: OutboundState;
    /** "" once the message is erased. */
    recipient_mac: string;
    /** The mailbox whose connection a queued, held or deferred one waits for. */
    waits_for_mailbox: string | null;
    /** 1 where it came back because the address itself is bad. */
    marks_address: number;
    revision: number;
  };
}

type Rows = Transaction<SentMessagesTables>;
interface Of {
  readonly streamId: string;
}

/** Where every sent message stands (S28), and which addresses came back (S17). */
export function sentMessages(keys: DataKeys): Projection<SentMessagesTables, OutboundMessageEvent> {
  return {
    name: 'sent_messages',
    version: 3,
    tables: {
      sent_messages: (table) =>
        table
          .addColumn('nth', 'integer', (column) => column.primaryKey().autoIncrement())
          .addColumn('outbound_message_id', 'text', (column) => column.notNull().unique())
          .addColumn('company_id', 'text', (column) => column.notNull())
          .addColumn('candidate_id', 'text', (column) => column.notNull())
          .addColumn('subsidiary_id', 'text')
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('recipient_mac', 'text', (column) => column.notNull())
          .addColumn('waits_for_mailbox', 'text')
          .addColumn('marks_address', 'integer', (column) => column.notNull())
          .addColumn('revision', 'integer', (column) => column.notNull()),
    },
    indexes: [
      { on: 'sent_messages', columns: ['company_id', 'state', 'nth'] },
      { on: 'sent_messages', columns: ['company_id', 'candidate_id', 'nth'] },
      { on: 'sent_messages', columns: ['company_id', 'waits_for_mailbox', 'nth'] },
      { on: 'sent_messages', columns: ['company_id', 'recipient_mac', 'marks_address'] },
    ],
    on: {
      MessageQueued: ({ event, streamId, companyId }, rows) => queued(keys, companyId, streamId, event.data, rows),
      DeliveryAttemptStarted: (recorded, rows) => nowIs('attempting', recorded, rows),
      MessageAccepted: (recorded, rows) => nowIs('accepted', recorded, rows),
      WrittenToLocalOutbox: (recorded, rows) => nowIs('written-to-local-outbox', recorded, rows),
      MessageDeferred: (recorded, rows) => nowIs('deferred', recorded, rows, recorded.event.data.mailboxId),
      MessageRejected: async (recorded, rows) => {
        await nowIs('rejected', recorded, rows);
        if (marksAddress(recorded.event)) await mark(recorded, rows);
      },
      MessageDeliveryUncertain: (recorded, rows) => nowIs('uncertain', recorded, rows),
      MessageGivenUp: (recorded, rows) => nowIs('given-up', recorded, rows),
      MessageCancelled: (recorded, rows) => nowIs('cancelled', recorded, rows),
      MessageHeld: (recorded, rows) => nowIs('held', recorded, rows, recorded.event.data.mailboxId),
      MessageReleased: (recorded, rows) => nowIs('queued', recorded, rows),
      MessageBounced: async (recorded, rows) => (marksAddress(recorded.event) ? mark(recorded, rows) : undefined),
      BounceMarkCleared: clear,
    },
    every: {
      categories: ['outbound-message'],
      then: ({ revision, streamId }, rows) =>
        rows
          .updateTable('sent_messages')
          .set({ revision: Number(revision) })
          .where('outbound_message_id', '=', streamId)
          .execute(),
    },
  };
}

async function queued(keys: DataKeys, companyId: string, streamId: string, data: MessageQueued['data'], rows: Rows) {
  const to = data.to.read({ known: (address) => address, erased: () => undefined });
  await rows
    .insertInto('sent_messages')
    .values({
      outbound_message_id: streamId,
      company_id: companyId,
      candidate_id: data.candidateId,
      subsidiary_id: data.subsidiaryId ?? null,
      state: 'queued',
      waits_for_mailbox: data.channel === undefined ? null : data.mailboxId,
      recipient_mac: to === undefined ? '' : await addressMac(keys, companyId, to),
      marks_address: 0,
      revision: 0,
    })
    .onConflict((row) => row.column('outbound_message_id').doNothing())
    .execute();
}

function nowIs(state: OutboundState, { streamId }: Of, rows: Rows, waitsForMailbox: string | null = null) {
  return rows
    .updateTable('sent_messages')
    .set({ state, waits_for_mailbox: waitsForMailbox })
    .where('outbound_message_id', '=', streamId)
    .execute();
}

function mark({ streamId }: Of, rows: Rows) {
  return rows.updateTable('sent_messages').set({ marks_address: 1 }).where('outbound_message_id', '=', streamId).execute();
}

/** A person's word is about the address: every message that came back from it stops warning. */
async function clear({ streamId, companyId }: Of & { readonly companyId: string }, rows: Rows) {
  const cleared = await rows
    .selectFrom('sent_messages')
    .select('recipient_mac')
    .where('outbound_message_id', '=', streamId)
    .executeTakeFirst();
  if (cleared === undefined) return;
  await rows
    .updateTable('sent_messages')
    .set({ marks_address: 0 })
    .where('company_id', '=', companyId)
    .where('recipient_mac', '=', cleared.recipient_mac)
    .execute();
}
