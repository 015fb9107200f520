import type { Transaction } from 'kysely';
import type { Projection, Recorded } from '#platform/projections/projection.js';
import { dayOf } from '../../domain/days.js';
import type { MailFact } from '../../domain/mail-facts.js';

/** How a message came to be counted: what is known of it, not what one might wish. */
export type CountedAs = 'received' | 'accepted-by-server' | 'confirmed-by-person' | 'written-to-local-outbox';

export interface MessagesPerDayTables {
  messages_per_day: {
    company_id: string;
    /** UTC, `YYYY-MM-DD`: when the store took the event. */
    day: string;
    direction: 'in' | 'out';
    channel: string;
    mailbox_id: string;
    counted_as: CountedAs;
    messages: number;
  };
  /** Sent messages that are not counted yet: the event that counts does not say mailbox and channel. */
  messages_on_their_way: { company_id: string; message_id: string; mailbox_id: string; channel: string };
}

type Rows = Transaction<MessagesPerDayTables>;

/** Messages in when received, out when accepted or written to the local outbox, each once. No personal data. */
export function messagesPerDay(mailboxOf: (companyId: string) => string): Projection<MessagesPerDayTables, MailFact> {
  return {
    name: 'messages_per_day',
    version: 1,
    tables: {
      messages_per_day: (table) =>
        table
          .addColumn('company_id', 'text', (column) => column.notNull())
          .addColumn('day', 'text', (column) => column.notNull())
          .addColumn('direction', 'text', (column) => column.notNull())
          .addColumn('channel', 'text', (column) => column.notNull())
          .addColumn('mailbox_id', 'text', (column) => column.notNull())
          .addColumn('counted_as', 'text', (column) => column.notNull())
          .addColumn('messages', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('messages_per_day_key', ['company_id', 'day', 'direction', 'channel', 'mailbox_id', 'counted_as']),
      messages_on_their_way: (table) =>
        table
          .addColumn('company_id', 'text', (column) => column.notNull())
          .addColumn('message_id', 'text', (column) => column.notNull())
          .addColumn('mailbox_id', 'text', (column) => column.notNull())
          .addColumn('channel', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('messages_on_their_way_key', ['company_id', 'message_id']),
    },
    on: {
      // All mail arrives at the service address, however it was redirected there (R8, R22).
      MessageReceived: (recorded, rows) =>
        count(recorded, { direction: 'in', channel: 'service', mailbox_id: mailboxOf(recorded.companyId), counted_as: 'received' }, rows),
      MessageQueued: ({ event, companyId, streamId }, rows) =>
        rows
          .insertInto('messages_on_their_way')
          .values({ company_id: companyId, message_id: streamId, mailbox_id: event.data.mailboxId, channel: 'service' })
          .execute(),
      DeliveryAttemptStarted: ({ event, companyId, streamId }, rows) =>
        rows
          .updateTable('messages_on_their_way')
          .set({ channel: event.data.channel })
          .where('company_id', '=', companyId)
          .where('message_id', '=', streamId)
          .execute(),
      MessageAccepted: (recorded, rows) =>
        countOut(recorded, recorded.event.data.by === 'server' ? 'accepted-by-server' : 'confirmed-by-person', rows),
      WrittenToLocalOutbox: (recorded, rows) => countOut(recorded, 'written-to-local-outbox', rows),
    },
  };
}

async function countOut(recorded: Recorded<unknown>, countedAs: CountedAs, rows: Rows): Promise<void> {
  const { companyId, streamId } = recorded;
  const sent = await rows
    .deleteFrom('messages_on_their_way')
    .where('company_id', '=', companyId)
    .where('message_id', '=', streamId)
    .returning(['mailbox_id', 'channel'])
    .executeTakeFirst();
  // Counted before, by an earlier acceptance of the same message.
  if (sent === undefined) return;
  await count(recorded, { direction: 'out', ...sent, counted_as: countedAs }, rows);
}

async function count(
  { companyId, recordedAt }: Recorded<unknown>,
  what: Pick<MessagesPerDayTables['messages_per_day'], 'direction' | 'channel' | 'mailbox_id' | 'counted_as'>,
  rows: Rows,
): Promise<void> {
  await rows
    .insertInto('messages_per_day')
    .values({ company_id: companyId, day: dayOf(recordedAt), ...what, messages: 1 })
    .onConflict((known) =>
      known
        .columns(['company_id', 'day', 'direction', 'channel', 'mailbox_id', 'counted_as'])
        .doUpdateSet((row) => ({ messages: row('messages_per_day.messages', '+', 1) })),
    )
    .execute();
}
