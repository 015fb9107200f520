import type { ToDo } from '#platform/to-dos/to-do.js';
import type { AssignmentUndone, MessageAssigned, MessageExpired, MessageReassigned } from '../../domain/inbound-message/events.js';

type Concerning = MessageAssigned | MessageReassigned | AssignmentUndone | MessageExpired;

/** S40: an assignment that teaches an address, until the candidate has it. */
export function addressesToLearn(learn: (companyId: string, messageId: string) => Promise<'done'>): ToDo<Concerning> {
  return {
    name: 'addresses_to_learn',
    version: 1,
    on: {
      MessageAssigned: ({ event, recordedAt, companyId }) => (event.data.teachesAddress ? { due: recordedAt, lane: companyId } : 'done'),
      MessageReassigned: ({ event, recordedAt, companyId }) => (event.data.teachesAddress ? { due: recordedAt, lane: companyId } : 'done'),
      AssignmentUndone: () => 'done',
      MessageExpired: () => 'done',
    },
    work: ({ companyId, streamId }) => learn(companyId, streamId),
  };
}
