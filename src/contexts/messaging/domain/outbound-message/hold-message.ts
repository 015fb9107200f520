import { accept, refuse } from '#kernel/decision.js';
import type { MessageHeld } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** Kept back because it has certainly not left, for a reason that a person or a repair can end. */
export function holdMessage(message: OutboundMessage, held: MessageHeld['data']) {
  switch (message.state) {
    case 'queued':
    case 'deferred':
    case 'attempting':
      return accept<MessageHeld>({ type: 'MessageHeld', data: held });
    default:
      return refuse('not-waiting', { facts: { state: message.state } });
  }
}
