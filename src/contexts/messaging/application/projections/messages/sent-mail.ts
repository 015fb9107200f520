import type { Projection } from '#platform/projections/projection.js';
import type { OutboundMessageEvent } from '../../../domain/outbound-message/events.js';
import { change, isErased, shown } from './changes.js';
import { freshRow, type MessagesTables } from './messages.tables.js';

/** What happens to the row of a sent message; its own page is the sending side's (S17, S28). */
export const sentMail: Projection<MessagesTables, OutboundMessageEvent>['on'] = {
  MessageQueued: ({ streamId, companyId, recordedAt, event: { data } }, rows) =>
    rows
      .insertInto('messages')
      .values({
        ...freshRow,
        message_id: streamId,
        company_id: companyId,
        direction: 'out',
        candidate_id: data.candidateId,
        application_id: data.applicationId ?? null,
        subsidiary_id: data.subsidiaryId ?? null,
        automatic: data.automatic ? 1 : 0,
        on_message_id: data.answers ?? null,
        state: 'queued',
        at: recordedAt.toISOString(),
        subject: shown(data.subject, (text) => text),
        preview: shown(data.preview, (text) => text),
        recipient: shown(data.to, (address) => address),
        attachments: shown(data.attachments, (notes) => JSON.stringify(notes)),
        attachment_count: data.attachments.read({ known: (notes) => notes.length, erased: () => 0 }),
        erased: isErased(data.subject),
      })
      .onConflict((row) => row.column('message_id').doNothing())
      .execute(),
  DeliveryAttemptStarted: (recorded, rows) => change(recorded, rows, { state: 'attempting' }),
  MessageAccepted: (recorded, rows) => change(recorded, rows, { state: 'accepted' }),
  WrittenToLocalOutbox: (recorded, rows) => change(recorded, rows, { state: 'written-to-local-outbox' }),
  MessageDeferred: (recorded, rows) => change(recorded, rows, { state: 'deferred' }),
  MessageRejected: (recorded, rows) => change(recorded, rows, { state: 'rejected' }),
  MessageDeliveryUncertain: (recorded, rows) => change(recorded, rows, { state: 'uncertain' }),
  MessageGivenUp: (recorded, rows) => change(recorded, rows, { state: 'given-up' }),
  MessageCancelled: (recorded, rows) => change(recorded, rows, { state: 'cancelled' }),
  MessageHeld: (recorded, rows) => change(recorded, rows, { state: 'held' }),
  MessageReleased: (recorded, rows) => change(recorded, rows, { state: 'queued' }),
  MessageDelivered: (recorded, rows) => change(recorded, rows, { delivered: 1 }),
  MessageDelayReported: (recorded, rows) => change(recorded, rows, { delayed: 1 }),
  MessageBounced: (recorded, rows) => change(recorded, rows, { bounced: recorded.event.data.hard ? 'hard' : 'soft' }),
  MessageComplainedAbout: (recorded, rows) => change(recorded, rows, { complained: 1 }),
};
