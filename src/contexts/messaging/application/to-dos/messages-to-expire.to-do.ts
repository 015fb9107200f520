import { ignore, type ToDo } from '#platform/to-dos/to-do.js';
import type {
  AssignmentUndone,
  ExpiryAnnounced,
  ExpiryConfirmationRequested,
  MessageAssigned,
  MessageDismissed,
  MessageExpired,
  MessageQuarantined,
  MessageQueuedForAssignment,
  MessageReassigned,
  MessageSetAside,
} from '../../domain/inbound-message/events.js';
import { announcements } from '../../domain/inbound-message/expire-message.js';

type Concerning =
  | MessageQueuedForAssignment
  | MessageSetAside
  | MessageQuarantined
  | MessageDismissed
  | MessageAssigned
  | MessageReassigned
  | AssignmentUndone
  | ExpiryAnnounced
  | ExpiryConfirmationRequested
  | MessageExpired;

const day = 86_400_000;

/** Unassigned mail until it is assigned or deleted: timers are due rows. */
export function messagesToExpire(
  keptDays: number,
  step: (companyId: string, messageId: string) => Promise<void | 'done' | { readonly again: Date }>,
): ToDo<Concerning> {
  const untilAnnounced = ({ recordedAt, companyId }: { readonly recordedAt: Date; readonly companyId: string }) => ({
    due: new Date(recordedAt.getTime() + Math.max(0, keptDays - announcements[0]) * day),
    lane: companyId,
  });
  return {
    name: 'messages_to_expire',
    version: 1,
    on: {
      MessageQueuedForAssignment: untilAnnounced,
      MessageSetAside: untilAnnounced,
      MessageQuarantined: untilAnnounced,
      AssignmentUndone: untilAnnounced,
      MessageDismissed: () => ignore('dismissed mail is kept as long as it would have been'),
      ExpiryAnnounced: ({ event: { data }, companyId }) => ({
        due: new Date(Date.parse(data.expiresAt) - (data.daysLeft === announcements[0] ? announcements[1] : 0) * day),
        lane: companyId,
      }),
      ExpiryConfirmationRequested: () => 'waiting',
      MessageAssigned: () => 'done',
      MessageReassigned: () => 'done',
      MessageExpired: () => 'done',
    },
    work: ({ companyId, streamId }) => step(companyId, streamId),
  };
}
