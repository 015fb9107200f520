import { ignore, type Task, type ToDo } from '#platform/to-dos/to-do.js';
import type { OutboundMessageEvent } from '../../domain/outbound-message/events.js';

/** Every queued message until it ends; held and uncertain ones wait for a person. One mailbox's mail does not delay another's. */
export function messagesToDeliver(deliver: (task: Task) => Promise<void | { readonly again: Date }>): ToDo<OutboundMessageEvent> {
  return {
    name: 'messages_to_deliver',
    version: 1,
    concurrency: { total: 32, perLane: 1, withLong: 256, slow: 16 },
    on: {
      MessageQueued: ({ event, recordedAt }) => ({ due: recordedAt, lane: event.data.mailboxId }),
      DeliveryAttemptStarted: () => ignore('stays due: after a crash the worker finds the open attempt'),
      MessageDeferred: ({ event }) => ({ due: new Date(event.data.retryAt) }),
      MessageHeld: () => 'waiting',
      MessageReleased: ({ recordedAt }) => ({ due: recordedAt }),
      MessageDeliveryUncertain: () => 'waiting',
      MessageAccepted: () => 'done',
      WrittenToLocalOutbox: () => 'done',
      MessageRejected: () => 'done',
      MessageGivenUp: () => 'done',
      MessageCancelled: () => 'done',
      MessageDelivered: () => ignore('reported after the end'),
      MessageDelayReported: () => ignore('reported after the end; a delay is no failure (S18)'),
      MessageBounced: () => ignore('reported after the end'),
      MessageComplainedAbout: () => ignore('reported after the end'),
      BounceMarkCleared: () => ignore('about the address, not about this message'),
    },
    work: deliver,
  };
}
