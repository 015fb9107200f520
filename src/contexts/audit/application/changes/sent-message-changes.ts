import type { OutboundMessageEvent } from '../../../messaging/public/index.js';
import { change, notPublic } from '../../domain/changes/public-change.js';
import { type Changes, tells } from './changes.js';

/** Of mail to candidates. */
export const sentMessageChanges: Changes<OutboundMessageEvent> = {
  MessageQueued: tells(({ candidateId, applicationId, subsidiaryId }, messageId) =>
    change('sent-message.queued', { messageId, candidateId, applicationId, subsidiaryId }),
  ),
  DeliveryAttemptStarted: tells(() => notPublic('only how an attempt ended matters outside')),
  MessageAccepted: tells(({ by }, messageId) => change('sent-message.accepted', { messageId, by })),
  WrittenToLocalOutbox: tells((_, messageId) => change('sent-message.written-to-local-outbox', { messageId })),
  MessageDeferred: tells(({ reason, retryAt }, messageId) => change('sent-message.deferred', { messageId, reason, retryAt })),
  MessageRejected: tells(({ reason, code }, messageId) => change('sent-message.rejected', { messageId, reason, code })),
  MessageDeliveryUncertain: tells(({ reason }, messageId) => change('sent-message.uncertain', { messageId, reason })),
  MessageGivenUp: tells(({ reason, code }, messageId) => change('sent-message.given-up', { messageId, reason, code })),
  MessageCancelled: tells((_, messageId) => change('sent-message.cancelled', { messageId })),
  MessageHeld: tells(({ reason }, messageId) => change('sent-message.held', { messageId, reason })),
  MessageReleased: tells(({ reason }, messageId) => change('sent-message.released', { messageId, reason })),
  MessageDelivered: tells(({ reportId }, messageId) => change('sent-message.delivered', { messageId, reportId })),
  MessageDelayReported: tells(({ reportId, status }, messageId) => change('sent-message.delayed', { messageId, reportId, status })),
  MessageBounced: tells(({ reportId, status }, messageId) => change('sent-message.bounced', { messageId, reportId, status })),
  MessageComplainedAbout: tells(({ reportId }, messageId) => change('sent-message.complained-about', { messageId, reportId })),
  BounceMarkCleared: tells((_, messageId) => change('sent-message.bounce-mark-cleared', { messageId })),
};
