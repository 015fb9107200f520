import type { ToDo } from '#platform/to-dos/to-do.js';
import type { MessageExpired } from '../../domain/inbound-message/events.js';

/** Expired messages until nothing of their content is left. */
export function expiredMessagesToDestroy(destroy: (companyId: string, messageId: string) => Promise<'done'>): ToDo<MessageExpired> {
  return {
    name: 'expired_messages_to_destroy',
    version: 1,
    on: { MessageExpired: ({ recordedAt, companyId }) => ({ due: recordedAt, lane: companyId }) },
    work: ({ companyId, streamId }) => destroy(companyId, streamId),
  };
}
