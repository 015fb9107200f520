import { accept, refuse } from '#kernel/decision.js';
import type { MessageHeld } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** Kept back before anything left, for a reason that a person or a repair can end. */
export function holdMessage(message: OutboundMessage, reason: 'only-deliver-to' | 'address-unknown') {
  switch (message.state) {
    case 'queued':
    case 'deferred':
      return accept<MessageHeld>({ type: 'MessageHeld', data: { reason } });
    default:
      return refuse('not-waiting', { facts: { state: message.state } });
  }
}
