import type { Generated, Transaction } from 'kysely';
import type { TableShape } from '#platform/projections/projection.js';
import type { MailKind, SubsidiaryFound } from '../../../domain/inbound-message/events.js';
import type { Place } from '../../../domain/inbound-message/place.js';
import type { OutboundState } from '../../../domain/outbound-message/outbound-message.js';

/** Filters of messages to assign. */
export type WaitingAs = 'people' | 'automatic' | 'lists' | 'reports' | 'quarantined' | 'refused-too-large';

export interface MessageRow {
  /** In the order of the log: received and sent messages of all companies, as they arrived or were queued. */
  nth: Generated<number>;
  message_id: string;
  company_id: string;
  direction: 'in' | 'out';
  /** Whose conversation it is in, or, of a report, about whose message it is. */
  candidate_id: string | null;
  application_id: string | null;
  subsidiary_id: string | null;
  subsidiary_how: SubsidiaryFound['how'] | null;
  /** Of received mail, once it is classified. */
  kind: MailKind | null;
  /** 1: no person wrote it; it is no answer and owes none. */
  automatic: number;
  /** Of received mail: where it is; `refused` is mail that was not taken in. */
  place: Place['is'] | 'refused' | null;
  /** Octets of the raw mail. */
  size: number;
  /** Where it goes when its assignment is undone, what it is shown as there, on whose message it was filed, and whose subsidiary's it is there. */
  resting: 'to-assign' | 'set-aside' | 'quarantined' | 'filed' | null;
  waiting_as: WaitingAs | null;
  filed_for: string | null;
  resting_subsidiary_id: string | null;
  resting_subsidiary_how: SubsidiaryFound['how'] | null;
  reason: string | null;
  /** Candidate ids, as a JSON list. */
  proposals: string;
  /** The message of ours that a report or auto-reply is about; of a sent one the received message that it answers. */
  on_message_id: string | null;
  /** The newest message there was when it came to its candidate: what was sent later may answer it. */
  placed_nth: number | null;
  handled: number;
  /** Of sent mail: where it stands, and what reports said of it (S17). */
  state: OutboundState | null;
  bounced: 'soft' | 'hard' | null;
  delayed: number;
  delivered: number;
  complained: number;
  /** UTC, ISO 8601: when it was recorded. */
  at: string;
  /** UTC, ISO 8601: when it will be deleted unless somebody takes it. */
  expires_at: string | null;
  confirmation_requested: number;
  attachment_count: number;
  revision: number;
  erased: number;
  /** Personal, for the lines of lists; null once erased or expired. */
  subject: string | null;
  preview: string | null;
  sender_name: string | null;
  sender_address: string | null;
  recipient: string | null;
  /** JSON list of names, types and sizes. */
  attachments: string | null;
}

export interface MessagesTables {
  messages: MessageRow;
  /** Who opened which received message and did not mark it new since. */
  message_readers: { message_id: string; reader: string };
}

export type Rows = Transaction<MessagesTables>;

const required = ['company_id', 'direction', 'proposals', 'at'] as const;
const texts = [
  'candidate_id',
  'application_id',
  'subsidiary_id',
  'subsidiary_how',
  'kind',
  'place',
  'resting',
  'waiting_as',
  'filed_for',
  'resting_subsidiary_id',
  'resting_subsidiary_how',
  'reason',
  'on_message_id',
  'state',
  'bounced',
  'expires_at',
  'subject',
  'preview',
  'sender_name',
  'sender_address',
  'recipient',
  'attachments',
] as const;
const numbers = [
  'automatic',
  'handled',
  'delayed',
  'delivered',
  'complained',
  'confirmation_requested',
  'attachment_count',
  'size',
  'revision',
  'erased',
] as const;

export const messagesShape: TableShape = (table) => {
  const withKey = table
    .addColumn('nth', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('message_id', 'text', (column) => column.notNull().unique())
    .addColumn('placed_nth', 'integer');
  const withRequired = required.reduce((shape, name) => shape.addColumn(name, 'text', (column) => column.notNull()), withKey);
  const withTexts = texts.reduce((shape, name) => shape.addColumn(name, 'text'), withRequired);
  return numbers.reduce((shape, name) => shape.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0)), withTexts);
};

export const messageReadersShape: TableShape = (table) =>
  table.addColumn('message_id', 'text', (column) => column.notNull()).addColumn('reader', 'text', (column) => column.notNull());

/** A row as it begins, for what the caller does not say. */
export const freshRow = {
  candidate_id: null,
  application_id: null,
  subsidiary_id: null,
  subsidiary_how: null,
  kind: null,
  automatic: 0,
  place: null,
  resting: null,
  waiting_as: null,
  filed_for: null,
  resting_subsidiary_id: null,
  resting_subsidiary_how: null,
  reason: null,
  proposals: '[]',
  on_message_id: null,
  placed_nth: null,
  handled: 0,
  state: null,
  bounced: null,
  delayed: 0,
  delivered: 0,
  complained: 0,
  expires_at: null,
  confirmation_requested: 0,
  attachment_count: 0,
  size: 0,
  revision: 0,
  erased: 0,
  subject: null,
  preview: null,
  sender_name: null,
  sender_address: null,
  recipient: null,
  attachments: null,
} as const satisfies Partial<MessageRowAtRest>;

type MessageRowAtRest = Omit<MessageRow, 'nth'>;
