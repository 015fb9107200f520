import { accept, refuse } from '#kernel/decision.js';
import type { DeliveryAttemptStarted } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** What an attempt fixes: channel, From, envelope sender and the very bytes. */
export type Attempt = Omit<DeliveryAttemptStarted['data'], 'attempt'>;

/**
 * The server is about to read the first byte. `repeatable`: the transport may be given the same message twice and makes it one, so that an
 * attempt which a crash cut off is simply made again (S27, S28); with any other its outcome is open.
 */
export function startAttempt(message: OutboundMessage, attempt: Attempt, repeatable: boolean) {
  switch (message.state) {
    case 'queued':
    case 'deferred':
      return started(message, attempt);
    case 'attempting':
      return repeatable ? started(message, attempt) : refuse('attempt-still-open');
    case 'held':
    case 'uncertain':
      return refuse('waits-for-a-person', { facts: { state: message.state } });
    default:
      return refuse('message-ended', { facts: { state: message.state } });
  }
}

function started(message: OutboundMessage, attempt: Attempt) {
  return accept<DeliveryAttemptStarted>({ type: 'DeliveryAttemptStarted', data: { ...attempt, attempt: message.attempts + 1 } });
}
