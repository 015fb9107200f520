import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/inbound-message/events.js';

export const inboundMessageCodecs: Codecs<Fact.InboundMessageEvent> = {
  MessageReceived: codec(
    'inbound-message.received',
    storedFields<Fact.MessageReceived['data']>({
      keyId: true,
      generation: true,
      blobId: true,
      size: true,
      recipients: true,
      envelopeSender: true,
      client: true,
    }),
  ),
  MessageReceivedAgain: codec(
    'inbound-message.received-again',
    storedFields<Fact.MessageReceivedAgain['data']>({ recipients: true, client: true }),
  ),
  MessageClassified: codec(
    'inbound-message.classified',
    storedFields<Fact.MessageClassified['data']>({
      kind: true,
      evidence: true,
      parserVersion: true,
      classifierVersion: true,
      parsedBlobId: true,
      testId: true,
      unreadable: true,
      subject: true,
      from: true,
      addressees: true,
      preview: true,
      attachments: true,
      attachmentCount: true,
      claimedDate: true,
    }),
  ),
  MessageRoutedToCandidate: codec(
    'inbound-message.routed-to-candidate',
    storedFields<Fact.MessageRoutedToCandidate['data']>({ candidateId: true, applicationId: true, subsidiary: true, routing: true }),
  ),
  MessageQueuedForAssignment: codec(
    'inbound-message.queued-for-assignment',
    storedFields<Fact.MessageQueuedForAssignment['data']>({ reason: true, proposals: true, subsidiary: true, routing: true }),
  ),
  MessageFiled: codec(
    'inbound-message.filed',
    storedFields<Fact.MessageFiled['data']>({ as: true, outboundMessageId: true, candidateId: true, status: true, routing: true }),
  ),
  ReportPassedOn: codec('inbound-message.report-passed-on', storedFields<Fact.ReportPassedOn['data']>({ outboundMessageId: true })),
  MessageSetAside: codec(
    'inbound-message.set-aside',
    storedFields<Fact.MessageSetAside['data']>({ as: true, reason: true, routing: true }),
  ),
  MessageQuarantined: codec('inbound-message.quarantined', storedFields<Fact.MessageQuarantined['data']>({ reason: true, attempts: true })),
  MessageAssigned: codec(
    'inbound-message.assigned',
    storedFields<Fact.MessageAssigned['data']>({ candidateId: true, applicationId: true, teachesAddress: true, subsidiary: true }),
  ),
  MessageReassigned: codec(
    'inbound-message.reassigned',
    storedFields<Fact.MessageReassigned['data']>({
      from: true,
      candidateId: true,
      applicationId: true,
      teachesAddress: true,
      subsidiary: true,
    }),
  ),
  AssignmentUndone: codec('inbound-message.assignment-undone', storedFields<Fact.AssignmentUndone['data']>({ candidateId: true })),
  MessageApplicationSet: codec(
    'inbound-message.application-set',
    storedFields<Fact.MessageApplicationSet['data']>({ applicationId: true, subsidiary: true }),
  ),
  MessageDismissed: codec('inbound-message.dismissed', storedFields<Fact.MessageDismissed['data']>({ reason: true })),
  MessageOpened: codec('inbound-message.opened', storedFields<Fact.MessageOpened['data']>({ reader: true })),
  MessageMarkedNew: codec('inbound-message.marked-new', storedFields<Fact.MessageMarkedNew['data']>({ reader: true })),
  MessageHandled: codec('inbound-message.handled', storedFields<Fact.MessageHandled['data']>({})),
  MessageHandlingReopened: codec('inbound-message.handling-reopened', storedFields<Fact.MessageHandlingReopened['data']>({})),
  ExpiryAnnounced: codec(
    'inbound-message.expiry-announced',
    storedFields<Fact.ExpiryAnnounced['data']>({ daysLeft: true, expiresAt: true }),
  ),
  ExpiryConfirmationRequested: codec(
    'inbound-message.expiry-confirmation-requested',
    storedFields<Fact.ExpiryConfirmationRequested['data']>({}),
  ),
  MessageExpired: codec('inbound-message.expired', storedFields<Fact.MessageExpired['data']>({ confirmedByAdministrator: true })),
};
