import type { InboundMessageEvent } from '../../../messaging/public/index.js';
import { change, notPublic } from '../../domain/changes/public-change.js';
import { type Changes, tells } from './changes.js';

/** Of mail that arrived. */
export const receivedMessageChanges: Changes<InboundMessageEvent> = {
  MessageReceived: tells((_, messageId) => change('received-message.received', { messageId })),
  MessageReceivedAgain: tells(() => notPublic('the same mail over another path')),
  MessageClassified: tells(() => notPublic('where it went tells what it is')),
  MessageRoutedToCandidate: tells(({ candidateId, applicationId }, messageId) =>
    change('received-message.routed', { messageId, candidateId, applicationId }),
  ),
  MessageQueuedForAssignment: tells(({ reason }, messageId) => change('received-message.to-assign', { messageId, reason })),
  MessageFiled: tells(({ as, outboundMessageId, candidateId }, messageId) =>
    change('received-message.filed', { messageId, as, sentMessageId: outboundMessageId, candidateId }),
  ),
  ReportPassedOn: tells(() => notPublic('the sent message tells of the report')),
  MessageSetAside: tells(({ as, reason }, messageId) => change('received-message.set-aside', { messageId, as, reason })),
  MessageQuarantined: tells(({ reason }, messageId) => change('received-message.quarantined', { messageId, reason })),
  MessageAssigned: tells(({ candidateId, applicationId }, messageId) =>
    change('received-message.assigned', { messageId, candidateId, applicationId }),
  ),
  MessageReassigned: tells(({ candidateId, applicationId }, messageId) =>
    change('received-message.assigned', { messageId, candidateId, applicationId }),
  ),
  AssignmentUndone: tells((_, messageId) => change('received-message.assignment-undone', { messageId })),
  MessageApplicationSet: tells(({ applicationId }, messageId) => change('received-message.application-set', { messageId, applicationId })),
  MessageDismissed: tells((_, messageId) => change('received-message.dismissed', { messageId })),
  MessageOpened: tells(() => notPublic('who has read what is each reader’s own')),
  MessageMarkedNew: tells(() => notPublic('who has read what is each reader’s own')),
  MessageHandled: tells((_, messageId) => change('received-message.handled', { messageId })),
  MessageHandlingReopened: tells((_, messageId) => change('received-message.handling-reopened', { messageId })),
  ExpiryAnnounced: tells(({ expiresAt }, messageId) => change('received-message.expiry-announced', { messageId, expiresAt })),
  ExpiryConfirmationRequested: tells((_, messageId) => change('received-message.expiry-needs-confirmation', { messageId })),
  MessageExpired: tells((_, messageId) => change('received-message.expired', { messageId })),
};
