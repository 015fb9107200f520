import type {
  InboundMessageChanged,
  MessageFiled,
  MessageQueuedForAssignment,
  MessageQuarantined,
  MessageSetAside,
  SubsidiaryFound,
} from './events.js';

/** Where nobody has put it by hand: what an undone assignment goes back to. */
export type Unassigned =
  | { readonly is: 'received' }
  | { readonly is: 'classified' }
  | ({ readonly is: 'to-assign' } & Omit<MessageQueuedForAssignment['data'], 'routing'>)
  | ({ readonly is: 'set-aside' } & Omit<MessageSetAside['data'], 'routing'>)
  | ({ readonly is: 'quarantined' } & MessageQuarantined['data'])
  | ({ readonly is: 'filed' } & Omit<MessageFiled['data'], 'routing'>);

/** With a candidate, by the router or by a person. */
export interface WithCandidate {
  readonly is: 'with-candidate';
  readonly by: 'router' | 'person';
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly subsidiary?: SubsidiaryFound;
  /** Where it goes when the assignment is undone. */
  readonly before: Unassigned;
}

/** Where a received mail is in its life; each end state of routing and each decision of a person. */
export type Place = Unassigned | WithCandidate | { readonly is: 'dismissed'; readonly before: Unassigned } | { readonly is: 'expired' };

type Moving = Exclude<
  InboundMessageChanged['type'],
  | 'MessageReceivedAgain'
  | 'MessageClassified'
  | 'ReportPassedOn'
  | 'MessageOpened'
  | 'MessageMarkedNew'
  | 'MessageHandled'
  | 'MessageHandlingReopened'
  | 'ExpiryAnnounced'
  | 'ExpiryConfirmationRequested'
>;

/** Where the message is after an event that moves it. */
export function movedTo(place: Place, event: Extract<InboundMessageChanged, { type: Moving }>): Place {
  switch (event.type) {
    case 'MessageRoutedToCandidate':
      return withCandidate('router', place, event.data, event.data.subsidiary);
    case 'MessageQueuedForAssignment':
      return { is: 'to-assign', reason: event.data.reason, proposals: event.data.proposals, subsidiary: event.data.subsidiary };
    case 'MessageFiled':
      return filed(event);
    case 'MessageSetAside':
      return { is: 'set-aside', as: event.data.as, reason: event.data.reason };
    case 'MessageQuarantined':
      return { is: 'quarantined', ...event.data };
    case 'MessageAssigned':
    case 'MessageReassigned':
      return withCandidate('person', place, event.data, event.data.subsidiary ?? subsidiaryOf(place));
    case 'AssignmentUndone':
      return toAssignAgain(place);
    case 'MessageApplicationSet':
      return place.is === 'with-candidate' ? { ...place, ...event.data } : place;
    case 'MessageDismissed':
      return { is: 'dismissed', before: beforePeople(place) };
    case 'MessageExpired':
      return { is: 'expired' };
  }
}

function filed({ data: { as, outboundMessageId, candidateId, status } }: MessageFiled): Place {
  return { is: 'filed', as, outboundMessageId, candidateId, ...(status !== undefined && { status }) };
}

function withCandidate(
  by: WithCandidate['by'],
  place: Place,
  { candidateId, applicationId }: { readonly candidateId: string; readonly applicationId?: string },
  subsidiary: SubsidiaryFound | undefined,
): WithCandidate {
  return {
    is: 'with-candidate',
    by,
    candidateId,
    before: beforePeople(place),
    ...(applicationId !== undefined && { applicationId }),
    ...(subsidiary !== undefined && { subsidiary }),
  };
}

function subsidiaryOf(place: Place): SubsidiaryFound | undefined {
  return place.is === 'with-candidate' || place.is === 'to-assign' ? place.subsidiary : undefined;
}

function beforePeople(place: Place): Unassigned {
  if (place.is === 'with-candidate' || place.is === 'dismissed') return place.before;
  // Nothing follows an expiry; a message that is gone is nobody's to assign.
  return place.is === 'expired' ? { is: 'received' } : place;
}

/** What the router had given to a candidate has no former place: a person took it away, so a person assigns it. */
function toAssignAgain(place: Place): Place {
  if (place.is !== 'with-candidate') return place;
  if (place.before.is !== 'classified') return place.before;
  return { is: 'to-assign', reason: 'assignment-undone', proposals: [], subsidiary: place.subsidiary ?? { how: 'untagged' } };
}
