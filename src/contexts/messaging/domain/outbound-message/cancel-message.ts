import { accept, refuse } from '#kernel/decision.js';
import type { MessageCancelled } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** Decision "Stuck mail": what has not left can be taken back. */
export function cancelMessage(message: OutboundMessage) {
  switch (message.state) {
    case 'queued':
    case 'deferred':
    case 'held':
      return accept<MessageCancelled>({ type: 'MessageCancelled', data: {} });
    case 'attempting':
      return refuse('delivery-under-way');
    case 'uncertain':
      return refuse('message-may-have-left');
    default:
      return refuse('message-ended', { facts: { state: message.state } });
  }
}
