import type { ToDo } from '#platform/to-dos/to-do.js';
import type { MessageFiled, ReportPassedOn } from '../../domain/inbound-message/events.js';

/** Every report that was filed until the message it is about knows of it. */
export function reportsToRecord(
  record: (companyId: string, receivedMessageId: string) => Promise<void>,
): ToDo<MessageFiled | ReportPassedOn> {
  return {
    name: 'reports_to_record',
    version: 1,
    on: {
      MessageFiled: ({ recordedAt }) => ({ due: recordedAt }),
      ReportPassedOn: () => 'done',
    },
    work: ({ companyId, streamId }) => record(companyId, streamId),
  };
}
