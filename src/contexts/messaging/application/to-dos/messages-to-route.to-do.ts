import { ignore, type ToDo } from '#platform/to-dos/to-do.js';
import type {
  MessageClassified,
  MessageExpired,
  MessageFiled,
  MessageQuarantined,
  MessageQueuedForAssignment,
  MessageReceived,
  MessageReceivedAgain,
  MessageRoutedToCandidate,
  MessageSetAside,
} from '../../domain/inbound-message/events.js';

type Concerning =
  | MessageReceived
  | MessageReceivedAgain
  | MessageClassified
  | MessageRoutedToCandidate
  | MessageQueuedForAssignment
  | MessageFiled
  | MessageSetAside
  | MessageQuarantined
  | MessageExpired;

/** Every classified mail until it has its end state. One company's flood does not delay another's mail. */
export function messagesToRoute(route: (companyId: string, messageId: string) => Promise<void | 'done'>): ToDo<Concerning> {
  return {
    name: 'messages_to_route',
    version: 1,
    concurrency: { total: 8, perLane: 4 },
    on: {
      MessageReceived: () => ignore('it is classified first'),
      MessageReceivedAgain: () => ignore('the same mail over another path is no second message'),
      MessageClassified: ({ recordedAt, companyId }) => ({ due: recordedAt, lane: companyId }),
      MessageRoutedToCandidate: () => 'done',
      MessageQueuedForAssignment: () => 'done',
      MessageFiled: () => 'done',
      MessageSetAside: () => 'done',
      MessageQuarantined: () => 'done',
      MessageExpired: () => 'done',
    },
    work: ({ companyId, streamId }) => route(companyId, streamId),
  };
}
