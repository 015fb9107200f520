import { accept, refuse } from '#kernel/decision.js';
import { assigned, type Assignment, isAssignedAs } from './assign-message.js';
import type { MessageReassigned } from './events.js';
import type { InboundMessage } from './inbound-message.js';
import { senderOf } from './sender.js';

/** R18: mail that a person or the router gave to the wrong candidate goes to the right one. */
export function reassignMessage(message: InboundMessage, assignment: Assignment) {
  if (message.place.is !== 'with-candidate') return refuse('not-assigned');
  if (isAssignedAs(message, assignment)) return accept<MessageReassigned>();
  if (assignment.teachAddress && senderOf(message) === undefined) return refuse('no-single-sender', { field: 'teachAddress' });
  return accept<MessageReassigned>({ type: 'MessageReassigned', data: { from: message.place.candidateId, ...assigned(assignment) } });
}
