import type { Selectable } from 'kysely';
import type { MailKind, SubsidiaryFound } from '../../domain/inbound-message/events.js';
import type { OutboundState } from '../../domain/outbound-message/outbound-message.js';
import type { MessageRow } from '../projections/messages/messages.tables.js';

export interface ListedAttachment {
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** A message as a line of a list. */
export interface ListedMessage {
  readonly messageId: string;
  readonly direction: 'in' | 'out';
  /** UTC, ISO 8601: when it was received or queued. Order is by place in the history, not by this. */
  readonly at: string;
  readonly revision: number;
  /** Nothing of what it said is left. */
  readonly erased: boolean;
  readonly candidateId?: string;
  readonly applicationId?: string;
  readonly subsidiary?: { readonly subsidiaryId?: string; readonly how?: SubsidiaryFound['how'] };
  /** No person wrote it (an out-of-office, a confirmation). */
  readonly automatic: boolean;
  readonly kind?: MailKind;
  readonly subject?: string;
  readonly preview?: string;
  /** Octets of a received mail. */
  readonly size?: number;
  readonly sender?: { readonly address?: string; readonly name?: string };
  readonly recipient?: string;
  readonly attachments: readonly ListedAttachment[];
  /** Of a received message that waits, why; of a filed one, as what. */
  readonly reason?: string;
  /** Candidates proposed, likeliest first. */
  readonly proposals: readonly string[];
  /** The sent message that it is about, or the received one that it answers. */
  readonly about?: string;
  readonly handled: boolean;
  readonly delivery?: Delivery;
  /** UTC, ISO 8601. */
  readonly expiresAt?: string;
  readonly expiryNeedsConfirmation: boolean;
}

/** Where a sent message stands, and what reports said of it (S17, S18). */
export interface Delivery {
  readonly state: OutboundState;
  readonly bounced?: 'soft' | 'hard';
  readonly delayed: boolean;
  readonly delivered: boolean;
  readonly complained: boolean;
}

export type Row = Selectable<MessageRow>;

export function listedMessage(row: Row): ListedMessage {
  return {
    messageId: row.message_id,
    direction: row.direction,
    at: row.at,
    revision: row.revision,
    erased: row.erased === 1,
    automatic: row.automatic === 1,
    handled: row.handled === 1,
    expiryNeedsConfirmation: row.confirmation_requested === 1,
    attachments: attachmentsOf(row.attachments),
    proposals: textsOf(row.proposals),
    ...given({
      candidateId: row.candidate_id,
      applicationId: row.application_id,
      kind: row.kind,
      subject: row.subject,
      preview: row.preview,
      recipient: row.recipient,
      reason: row.reason,
      about: row.on_message_id,
      expiresAt: row.expires_at,
    }),
    ...(row.direction === 'in' && { size: row.size }),
    ...senderOf(row),
    ...subsidiaryOf(row),
    ...deliveryOf(row),
  };
}

function senderOf({ sender_address: address, sender_name: name }: Row): Pick<ListedMessage, 'sender'> {
  return address === null ? {} : { sender: given({ address, name }) };
}

function subsidiaryOf({ subsidiary_id: subsidiaryId, subsidiary_how: how }: Row): Pick<ListedMessage, 'subsidiary'> {
  return subsidiaryId === null && how === null ? {} : { subsidiary: given({ subsidiaryId, how }) };
}

function deliveryOf({ state, bounced, delayed, delivered, complained }: Row): Pick<ListedMessage, 'delivery'> {
  if (state === null) return {};
  const reports = { delayed: delayed === 1, delivered: delivered === 1, complained: complained === 1 };
  return { delivery: { state, ...reports, ...given({ bounced }) } };
}

type Given<Fields> = { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** What is null in the row is absent in the answer. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const copy: Given<Fields> = { ...fields };
  for (const [name, value] of Object.entries(fields)) if (value === null) Reflect.deleteProperty(copy, name);
  return copy;
}

function attachmentsOf(stored: string | null): readonly ListedAttachment[] {
  const notes: unknown = JSON.parse(stored ?? '[]');
  return Array.isArray(notes) ? notes.flatMap((note: unknown, index) => (isNote(note) ? [{ ...note, index }] : [])) : [];
}

function isNote(note: unknown): note is Omit<ListedAttachment, 'index'> {
  return typeof note === 'object' && note !== null && 'name' in note && 'contentType' in note && 'size' in note;
}

function textsOf(stored: string): readonly string[] {
  const texts: unknown = JSON.parse(stored);
  return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === 'string') : [];
}
