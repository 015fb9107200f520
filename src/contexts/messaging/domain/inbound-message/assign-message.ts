import { accept, refuse } from '#kernel/decision.js';
import type { MessageAssigned, SubsidiaryFound } from './events.js';
import type { InboundMessage } from './inbound-message.js';
import { mayBeAssigned } from './may-be-assigned.js';
import { senderOf } from './sender.js';

/** Who the message is for, as a person says. */
export interface Assignment {
  readonly candidateId: string;
  readonly applicationId?: string;
  /** The subsidiary of that application. */
  readonly subsidiary?: SubsidiaryFound;
  /** S40: the sender's address becomes one of the candidate's. */
  readonly teachAddress: boolean;
}

/** R17: a message that waits goes to the candidate whom a person names; assigning what was dismissed restores it. */
export function assignMessage(message: InboundMessage, assignment: Assignment) {
  if (isAssignedAs(message, assignment)) return accept<MessageAssigned>();
  const allowed = mayBeAssigned(message);
  if (!allowed.ok) return allowed;
  if (assignment.teachAddress && senderOf(message) === undefined) return refuse('no-single-sender', { field: 'teachAddress' });
  return accept<MessageAssigned>({ type: 'MessageAssigned', data: assigned(assignment) });
}

/** Assigning twice to the same place is once. */
export function isAssignedAs({ place }: InboundMessage, { candidateId, applicationId, teachAddress }: Assignment): boolean {
  return place.is === 'with-candidate' && place.candidateId === candidateId && place.applicationId === applicationId && !teachAddress;
}

export function assigned({ teachAddress, ...rest }: Assignment): MessageAssigned['data'] {
  return { ...rest, teachesAddress: teachAddress };
}
