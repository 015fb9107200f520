import { accept, refuse } from '#kernel/decision.js';
import type { MessageAccepted } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** A person knows that an uncertain message arrived: nothing is sent again. Only what is uncertain can be confirmed. */
export function confirmDelivered(message: OutboundMessage) {
  if (message.state !== 'uncertain') return refuse('message-is-not-uncertain', { facts: { state: message.state } });
  return accept<MessageAccepted>({ type: 'MessageAccepted', data: { by: 'person' } });
}
