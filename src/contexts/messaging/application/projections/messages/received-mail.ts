import type { Projection } from '#platform/projections/projection.js';
import type {
  InboundMessageEvent,
  MailKind,
  MessageAssigned,
  MessageClassified,
  MessageFiled,
  MessageQueuedForAssignment,
  MessageReassigned,
  MessageRoutedToCandidate,
  MessageSetAside,
} from '../../../domain/inbound-message/events.js';
import { change, isErased, newestNth, type Of, shown, subsidiary } from './changes.js';
import { freshRow, type MessagesTables, type Rows, type WaitingAs } from './messages.tables.js';

/** What happens to the row of a received message. */
export const receivedMail: Projection<MessagesTables, InboundMessageEvent>['on'] = {
  MessageReceived: ({ streamId, companyId, recordedAt, event }, rows) =>
    rows
      .insertInto('messages')
      .values({
        ...freshRow,
        message_id: streamId,
        company_id: companyId,
        direction: 'in',
        place: 'received',
        at: recordedAt.toISOString(),
        size: event.data.size,
        erased: isErased(event.data.envelopeSender),
      })
      .onConflict((row) => row.column('message_id').doNothing())
      .execute(),
  MessageClassified: (recorded, rows) => classified(recorded, recorded.event.data, rows),
  MessageRoutedToCandidate: (recorded, rows) => withCandidate(recorded, recorded.event.data, rows),
  MessageQueuedForAssignment: (recorded, rows) => queued(recorded, recorded.event.data, rows),
  MessageFiled: (recorded, rows) => filed(recorded, recorded.event.data, rows),
  MessageSetAside: (recorded, rows) => setAside(recorded, recorded.event.data, rows),
  MessageQuarantined: (recorded, rows) =>
    change(recorded, rows, { place: 'quarantined', resting: 'quarantined', waiting_as: 'quarantined', reason: recorded.event.data.reason }),
  MessageAssigned: (recorded, rows) => withCandidate(recorded, recorded.event.data, rows),
  MessageReassigned: (recorded, rows) => withCandidate(recorded, recorded.event.data, rows),
  AssignmentUndone: (recorded, rows) => undone(recorded, rows),
  MessageApplicationSet: (recorded, rows) =>
    change(recorded, rows, { application_id: recorded.event.data.applicationId, ...subsidiary(recorded.event.data.subsidiary) }),
  MessageDismissed: (recorded, rows) => change(recorded, rows, { place: 'dismissed' }),
  MessageHandled: (recorded, rows) => change(recorded, rows, { handled: 1 }),
  MessageHandlingReopened: (recorded, rows) => change(recorded, rows, { handled: 0 }),
  MessageOpened: ({ streamId, event }, rows) =>
    rows
      .insertInto('message_readers')
      .values({ message_id: streamId, reader: event.data.reader })
      .onConflict((row) => row.columns(['message_id', 'reader']).doNothing())
      .execute(),
  MessageMarkedNew: ({ streamId, event }, rows) =>
    rows.deleteFrom('message_readers').where('message_id', '=', streamId).where('reader', '=', event.data.reader).execute(),
  ExpiryAnnounced: (recorded, rows) => change(recorded, rows, { expires_at: recorded.event.data.expiresAt }),
  ExpiryConfirmationRequested: (recorded, rows) => change(recorded, rows, { confirmation_requested: 1 }),
  MessageExpired: (recorded, rows) => expired(recorded, rows),
};

const byMachine: ReadonlySet<MailKind> = new Set(['own-test', 'own-loop', 'complaint', 'delivery-report', 'auto-reply', 'automatic']);

function classified(of: Of, { kind, subject, preview, from, attachments, attachmentCount }: MessageClassified['data'], rows: Rows) {
  return change(of, rows, {
    kind,
    place: 'classified',
    automatic: byMachine.has(kind) ? 1 : 0,
    subject: shown(subject, (text) => text),
    preview: shown(preview, (text) => text),
    sender_name: shown(from, ([person]) => person?.name),
    sender_address: shown(from, ([person]) => person?.address),
    attachments: shown(attachments, (notes) => JSON.stringify(notes.map(({ name, contentType, size }) => ({ name, contentType, size })))),
    attachment_count: attachmentCount,
    erased: isErased(subject),
  });
}

async function withCandidate(
  of: Of,
  data: MessageRoutedToCandidate['data'] | MessageAssigned['data'] | MessageReassigned['data'],
  rows: Rows,
) {
  await change(of, rows, {
    place: 'with-candidate',
    candidate_id: data.candidateId,
    application_id: data.applicationId ?? null,
    placed_nth: await newestNth(rows),
    expires_at: null,
    confirmation_requested: 0,
    ...subsidiary(data.subsidiary),
  });
}

function queued(of: Of, { reason, proposals, subsidiary: found }: MessageQueuedForAssignment['data'], rows: Rows) {
  const waits = { place: 'to-assign', resting: 'to-assign', waiting_as: 'people' } as const;
  const resting = { resting_subsidiary_id: found.subsidiaryId ?? null, resting_subsidiary_how: found.how };
  return change(of, rows, { ...waits, ...resting, reason, proposals: JSON.stringify(proposals), ...subsidiary(found) });
}

/** A filed message belongs to the subsidiary of the message that it is about. */
async function filed(of: Of, { as, outboundMessageId, candidateId }: MessageFiled['data'], rows: Rows) {
  const about = await rows
    .selectFrom('messages')
    .select(['subsidiary_id', 'application_id'])
    .where('message_id', '=', outboundMessageId)
    .executeTakeFirst();
  const found = { id: about?.subsidiary_id ?? null, how: about === undefined ? null : ('answered-message' as const) };
  await change(of, rows, {
    place: 'filed',
    resting: 'filed',
    filed_for: candidateId,
    candidate_id: candidateId,
    application_id: about?.application_id ?? null,
    subsidiary_id: found.id,
    subsidiary_how: found.how,
    resting_subsidiary_id: found.id,
    resting_subsidiary_how: found.how,
    on_message_id: outboundMessageId,
    reason: as,
  });
}

const shelves: Readonly<Record<MessageSetAside['data']['as'], WaitingAs>> = {
  'own-test': 'automatic',
  'own-loop': 'automatic',
  'auto-reply': 'automatic',
  automatic: 'automatic',
  list: 'lists',
  complaint: 'reports',
  'delivery-report': 'reports',
};

function setAside(of: Of, { as, reason }: MessageSetAside['data'], rows: Rows) {
  return change(of, rows, { place: 'set-aside', resting: 'set-aside', waiting_as: shelves[as], reason });
}

/** Back to where it waited, and to the subsidiary whose it was there; what the router had assigned waits for a person. */
async function undone(of: Of, rows: Rows) {
  const row = await rows.selectFrom('messages').selectAll().where('message_id', '=', of.streamId).executeTakeFirst();
  if (row === undefined) return; // Its beginning was never told: there is no row to change.
  const waited = row.resting !== null;
  const resting = row.resting ?? 'to-assign';
  const id = waited ? row.resting_subsidiary_id : row.subsidiary_id;
  const how = waited ? row.resting_subsidiary_how : row.subsidiary_how;
  await change(of, rows, {
    place: resting,
    resting,
    waiting_as: resting === 'filed' ? null : (row.waiting_as ?? 'people'),
    candidate_id: row.filed_for,
    application_id: null,
    subsidiary_id: id,
    subsidiary_how: how,
    resting_subsidiary_id: id,
    resting_subsidiary_how: how,
    placed_nth: null,
    handled: 0,
    reason: row.reason ?? 'assignment-undone',
  });
}

async function expired(of: Of, rows: Rows) {
  await rows.deleteFrom('message_readers').where('message_id', '=', of.streamId).execute();
  const nothing = { subject: null, preview: null, sender_name: null, sender_address: null, attachments: null };
  await change(of, rows, { place: 'expired', erased: 1, proposals: '[]', ...nothing });
}
