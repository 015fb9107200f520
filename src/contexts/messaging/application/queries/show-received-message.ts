import type { Loaded } from '#platform/event-store/streams.js';
import type { Personal } from '#kernel/personal.js';
import type { InboundMessageEvent } from '../../domain/inbound-message/events.js';
import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';
import type { Place } from '../../domain/inbound-message/place.js';
import { explain, reasonTold } from '../../domain/inbound-message/routing/explain.js';
import type { ReceivedMessage, RoutingTold } from './received-message.js';

/** The message as `reader` sees it. */
export function showReceivedMessage(
  messageId: string,
  { state, receipt, events }: Loaded<InboundMessage, InboundMessageEvent>,
  reader: string,
): ReceivedMessage {
  const { place, expiry } = state;
  const routing = routingOf(events);
  return {
    messageId,
    revision: receipt.revision,
    place: place.is,
    ...mailOf(state),
    ...whereOf(place),
    opened: state.openedBy.includes(reader),
    handled: state.handled,
    ...(expiry.announced !== undefined && { expiresAt: expiry.announced.expiresAt }),
    expiryNeedsConfirmation: expiry.confirmationRequested,
    ...(routing !== undefined && { routing }),
  };
}

function mailOf({ received, classified }: InboundMessage) {
  const attachments = classified === undefined ? [] : read(classified.attachments, []);
  return {
    evidence: classified?.evidence ?? [],
    from: classified === undefined ? [] : read(classified.from, []),
    to: classified === undefined ? [] : read(classified.addressees, []),
    recipients: read(received.recipients, []),
    subject: classified === undefined ? '' : read(classified.subject, ''),
    preview: classified === undefined ? '' : read(classified.preview, ''),
    attachments: attachments.map((note, index) => ({ ...note, index })),
    size: received.size,
    ...(classified !== undefined && { kind: classified.kind }),
    ...(classified?.claimedDate !== undefined && { claimedDate: classified.claimedDate }),
    ...(classified?.unreadable !== undefined && { unreadable: classified.unreadable }),
  };
}

function whereOf(place: Place): Pick<ReceivedMessage, 'proposals'> & Partial<ReceivedMessage> {
  switch (place.is) {
    case 'to-assign':
      return { proposals: place.proposals, reason: reasonTold(place.reason), subsidiary: place.subsidiary };
    case 'set-aside':
      return { proposals: [], reason: reasonTold(place.reason) };
    case 'quarantined':
      return { proposals: [], reason: 'It could not be read, however often that was tried.' };
    case 'filed':
      return { proposals: [], reason: reasonTold(place.as), about: place.outboundMessageId, candidateId: place.candidateId };
    case 'with-candidate': {
      const { candidateId, applicationId, subsidiary, by } = place;
      return { proposals: [], candidateId, assignedBy: by, ...(applicationId && { applicationId }), ...(subsidiary && { subsidiary }) };
    }
    default:
      return { proposals: [] };
  }
}

function routingOf(events: readonly InboundMessageEvent[]): RoutingTold | undefined {
  const end = events.find((event) => 'routing' in event.data);
  if (end === undefined || !('routing' in end.data)) return undefined;
  const { router, at } = end.data.routing;
  return { router, at, rules: explain(end.data.routing) };
}

function read<T>(personal: Personal<T>, erased: T): T {
  return personal.read({ known: (value) => value, erased: () => erased });
}
