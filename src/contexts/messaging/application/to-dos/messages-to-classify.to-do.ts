import { ignore, type ToDo } from '#platform/to-dos/to-do.js';
import type {
  MessageClassified,
  MessageExpired,
  MessageQuarantined,
  MessageReceived,
  MessageReceivedAgain,
} from '../../domain/inbound-message/events.js';

type Concerning = MessageReceived | MessageReceivedAgain | MessageClassified | MessageQuarantined | MessageExpired;

/** Every received mail until somebody knows what it is. One company's flood does not delay another's mail. */
export function messagesToClassify(work: ToDo<Concerning>['work']): ToDo<Concerning> {
  return {
    name: 'messages_to_classify',
    version: 1,
    concurrency: { total: 4, perLane: 2 },
    on: {
      MessageReceived: ({ recordedAt, companyId }) => ({ due: recordedAt, lane: companyId }),
      MessageReceivedAgain: () => ignore('the same mail over another path has the same content'),
      MessageClassified: () => 'done',
      MessageQuarantined: () => 'done',
      MessageExpired: () => 'done',
    },
    work,
  };
}
