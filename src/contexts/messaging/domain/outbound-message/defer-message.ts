import { accept, refuse } from '#kernel/decision.js';
import type { MessageDeferred, MessageGivenUp } from './events.js';
import type { Failure } from './failure.js';
import type { OutboundMessage } from './outbound-message.js';
import { givingUpAfter, nextTry } from './retry-schedule.js';

const hour = 3_600_000;

/** Over which channel, and of which mailbox, it was tried. */
type Over = { readonly channel: 'service' } | { readonly channel: 'smtp'; readonly mailboxId: string };

/** A certain failure that may pass: tried again, or given up after 5 days (decision "Giving up"). */
export function deferMessage(message: OutboundMessage, failure: Failure, now: Date, over: Over = { channel: 'service' }) {
  switch (message.state) {
    case 'queued':
    case 'deferred':
    case 'attempting':
      return deferred(message, failure, now, over);
    default:
      return refuse('not-under-way', { facts: { state: message.state } });
  }
}

function deferred(message: OutboundMessage, failure: Failure, now: Date, over: Over) {
  const before = 'failures' in message ? message.failures : undefined;
  const firstAt = before === undefined ? now : new Date(before.firstAt);
  const retryAt = nextTry((before?.count ?? 0) + 1, firstAt, now);
  if (retryAt === 'give-up') {
    return accept<MessageDeferred | MessageGivenUp>({ type: 'MessageGivenUp', data: { ...failure, afterHours: givingUpAfter / hour } });
  }
  return accept<MessageDeferred | MessageGivenUp>({
    type: 'MessageDeferred',
    data: {
      ...failure,
      ...(over.channel === 'smtp' ? over : {}),
      failedAt: now.toISOString(),
      retryAt: retryAt.toISOString(),
    },
  });
}
