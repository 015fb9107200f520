import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/outbound-message/events.js';

/** The stored forms of a sent message's history. */
export const outboundMessageCodecs: Codecs<Fact.OutboundMessageEvent> = {
  MessageQueued: codec(
    'outbound-message.queued',
    storedFields<Fact.MessageQueued['data']>({
      keyId: true,
      candidateId: true,
      applicationId: true,
      subsidiaryId: true,
      mailboxId: true,
      channel: true,
      to: true,
      subject: true,
      preview: true,
      contentBlobId: true,
      attachments: true,
      messageIdHeader: true,
      tokens: true,
      size: true,
      automatic: true,
      answers: true,
      references: true,
      writerId: true,
      resendOf: true,
    }),
  ),
  DeliveryAttemptStarted: codec(
    'outbound-message.delivery-attempt-started',
    storedFields<Fact.DeliveryAttemptStarted['data']>({
      attempt: true,
      channel: true,
      transport: true,
      from: true,
      envelopeSender: true,
      blobId: true,
      supplied: true,
    }),
  ),
  MessageAccepted: codec('outbound-message.accepted', storedFields<Fact.MessageAccepted['data']>({ by: true, response: true })),
  WrittenToLocalOutbox: codec('outbound-message.written-to-local-outbox', storedFields<Fact.WrittenToLocalOutbox['data']>({ file: true })),
  MessageDeferred: codec(
    'outbound-message.deferred',
    storedFields<Fact.MessageDeferred['data']>({
      failedAt: true,
      retryAt: true,
      channel: true,
      mailboxId: true,
      stage: true,
      reason: true,
      code: true,
      response: true,
    }),
  ),
  MessageRejected: codec(
    'outbound-message.rejected',
    storedFields<Fact.MessageRejected['data']>({ stage: true, reason: true, code: true, response: true }),
  ),
  MessageDeliveryUncertain: codec(
    'outbound-message.delivery-uncertain',
    storedFields<Fact.MessageDeliveryUncertain['data']>({ reason: true, response: true }),
  ),
  MessageGivenUp: codec(
    'outbound-message.given-up',
    storedFields<Fact.MessageGivenUp['data']>({ afterHours: true, stage: true, reason: true, code: true, response: true }),
  ),
  MessageCancelled: codec('outbound-message.cancelled', storedFields<Fact.MessageCancelled['data']>({})),
  MessageHeld: codec(
    'outbound-message.held',
    storedFields<Fact.MessageHeld['data']>({ reason: true, mailboxId: true, stage: true, code: true, response: true, heldAt: true }),
  ),
  MessageReleased: codec('outbound-message.released', storedFields<Fact.MessageReleased['data']>({ reason: true })),
  MessageDelivered: codec('outbound-message.delivered', storedFields<Fact.MessageDelivered['data']>({ reportId: true })),
  MessageDelayReported: codec(
    'outbound-message.delay-reported',
    storedFields<Fact.MessageDelayReported['data']>({ reportId: true, status: true }),
  ),
  MessageBounced: codec(
    'outbound-message.bounced',
    storedFields<Fact.MessageBounced['data']>({ reportId: true, status: true, hard: true }),
  ),
  MessageComplainedAbout: codec('outbound-message.complained-about', storedFields<Fact.MessageComplainedAbout['data']>({ reportId: true })),
  BounceMarkCleared: codec('outbound-message.bounce-mark-cleared', storedFields<Fact.BounceMarkCleared['data']>({})),
};
