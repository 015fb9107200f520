import type { Transaction } from 'kysely';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Projection } from '#platform/projections/projection.js';
import type {
  AssignmentUndone,
  MessageAssigned,
  MessageClassified,
  MessageExpired,
  MessageReassigned,
} from '../../domain/inbound-message/events.js';
import { senderOf } from '../../domain/inbound-message/sender.js';
import { addressMac } from './sent-macs.js';

export interface ParticipantsTables {
  participants: { inbound_message_id: string; company_id: string; sender_mac: string; candidate_id: string | null };
}

type Concerning = MessageClassified | MessageAssigned | MessageReassigned | AssignmentUndone | MessageExpired;
type Rows = Transaction<ParticipantsTables>;

/** Whose mail a person gave to whom, as keyed HMACs of addresses. Routing decides on it, so a poison event stops it. */
export function participants(keys: DataKeys): Projection<ParticipantsTables, Concerning> {
  return {
    name: 'participants',
    version: 2,
    decides: true,
    tables: {
      participants: (table) =>
        table
          .addColumn('inbound_message_id', 'text', (column) => column.primaryKey())
          .addColumn('company_id', 'text', (column) => column.notNull())
          .addColumn('sender_mac', 'text', (column) => column.notNull())
          .addColumn('candidate_id', 'text'),
    },
    indexes: [{ on: 'participants', columns: ['company_id', 'candidate_id', 'sender_mac'] }],
    on: {
      MessageClassified: async ({ event, streamId, companyId }, rows) => {
        const sender = senderOf({ classified: event.data });
        if (sender === undefined) return; // Nobody single wrote it, or it is erased: nobody takes part by it.
        const row = { inbound_message_id: streamId, company_id: companyId, sender_mac: await addressMac(keys, companyId, sender) };
        await rows
          .insertInto('participants')
          .values({ ...row, candidate_id: null })
          .onConflict((same) => same.column('inbound_message_id').doNothing())
          .execute();
      },
      MessageAssigned: ({ event, streamId }, rows) => given(streamId, event.data.candidateId, rows),
      MessageReassigned: ({ event, streamId }, rows) => given(streamId, event.data.candidateId, rows),
      AssignmentUndone: ({ streamId }, rows) => given(streamId, null, rows),
      MessageExpired: ({ streamId }, rows) => rows.deleteFrom('participants').where('inbound_message_id', '=', streamId).execute(),
    },
  };
}

function given(messageId: string, candidateId: string | null, rows: Rows) {
  return rows.updateTable('participants').set({ candidate_id: candidateId }).where('inbound_message_id', '=', messageId).execute();
}
