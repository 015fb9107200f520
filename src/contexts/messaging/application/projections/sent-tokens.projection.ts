import type { Generated } from 'kysely';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Projection } from '#platform/projections/projection.js';
import type { MessageQueued } from '../../domain/outbound-message/events.js';
import { addressMac, tokenMac } from './sent-macs.js';

export interface SentTokensTables {
  sent_tokens: {
    /** In the order of the log: the newest message has the highest. */
    nth: Generated<number>;
    outbound_message_id: string;
    company_id: string;
    candidate_id: string;
    application_id: string | null;
    subsidiary_id: string | null;
    automatic: number;
    /** RFC 5322 Message-ID without its angle brackets, lower case. */
    message_id: string;
    conversation_mac: string;
    envelope_mac: string;
    recipient_mac: string;
  };
}

/** What our tokens and Message-IDs stand for. Routing decides on it, so a poison event stops it. */
export function sentTokens(keys: DataKeys): Projection<SentTokensTables, MessageQueued> {
  return {
    name: 'sent_tokens',
    version: 2,
    decides: true,
    tables: {
      sent_tokens: (table) =>
        table
          .addColumn('nth', 'integer', (column) => column.primaryKey().autoIncrement())
          .addColumn('outbound_message_id', 'text', (column) => column.notNull().unique())
          .addColumn('company_id', 'text', (column) => column.notNull())
          .addColumn('candidate_id', 'text', (column) => column.notNull())
          .addColumn('application_id', 'text')
          .addColumn('subsidiary_id', 'text')
          .addColumn('automatic', 'integer', (column) => column.notNull())
          .addColumn('message_id', 'text', (column) => column.notNull())
          .addColumn('conversation_mac', 'text', (column) => column.notNull())
          .addColumn('envelope_mac', 'text', (column) => column.notNull())
          .addColumn('recipient_mac', 'text', (column) => column.notNull()),
    },
    indexes: [
      { on: 'sent_tokens', columns: ['company_id', 'message_id'] },
      { on: 'sent_tokens', columns: ['company_id', 'conversation_mac'] },
      { on: 'sent_tokens', columns: ['company_id', 'envelope_mac'] },
      { on: 'sent_tokens', columns: ['company_id', 'candidate_id', 'recipient_mac'] },
    ],
    on: {
      MessageQueued: async ({ event: { data }, streamId, companyId }, rows) => {
        const known = personalOf(data);
        // An erased message has no token, and nobody it was written to: mail that answers it goes to messages to assign (S37).
        if (known === undefined) return;
        await rows
          .insertInto('sent_tokens')
          .values({
            outbound_message_id: streamId,
            company_id: companyId,
            candidate_id: data.candidateId,
            application_id: data.applicationId ?? null,
            subsidiary_id: data.subsidiaryId ?? null,
            automatic: data.automatic ? 1 : 0,
            message_id: bareMessageId(data.messageIdHeader),
            conversation_mac: await tokenMac(keys, companyId, known.conversation),
            envelope_mac: await tokenMac(keys, companyId, known.envelope),
            recipient_mac: await addressMac(keys, companyId, known.to),
          })
          .onConflict((row) => row.column('outbound_message_id').doNothing())
          .execute();
      },
    },
  };
}

export function bareMessageId(messageId: string): string {
  return messageId.trim().replace(/^<|>$/g, '').toLowerCase();
}

function personalOf({ to, tokens }: MessageQueued['data']) {
  const address = to.read({ known: (value) => value, erased: () => undefined });
  const known = tokens.read({ known: (value) => value, erased: () => undefined });
  return address === undefined || known === undefined ? undefined : { to: address, ...known };
}
