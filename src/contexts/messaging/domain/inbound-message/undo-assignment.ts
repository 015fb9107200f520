import { accept, refuse } from '#kernel/decision.js';
import type { AssignmentUndone } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** The message goes back to where it waited; what the router had assigned goes to a person who can assign it. */
export function undoAssignment({ place }: InboundMessage) {
  if (place.is !== 'with-candidate') return refuse('not-assigned');
  return accept<AssignmentUndone>({ type: 'AssignmentUndone', data: { candidateId: place.candidateId } });
}
