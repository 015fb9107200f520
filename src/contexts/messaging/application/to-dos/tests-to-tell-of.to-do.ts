import { ignore, type ToDo } from '#platform/to-dos/to-do.js';
import type { MessageClassified } from '../../domain/inbound-message/events.js';

/** Test mails of ours that came back, until their mailbox knows of it. */
export function testsToTellOf(tell: (companyId: string, receivedMessageId: string) => Promise<void>): ToDo<MessageClassified> {
  return {
    name: 'tests_to_tell_of',
    version: 1,
    on: {
      MessageClassified: ({ event, recordedAt }) =>
        event.data.testId === undefined ? ignore('most mail is no test of ours') : { due: recordedAt },
    },
    work: async ({ companyId, streamId }) => {
      await tell(companyId, streamId);
      return 'done';
    },
  };
}
