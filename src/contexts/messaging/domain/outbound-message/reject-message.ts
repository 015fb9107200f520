import { accept, refuse } from '#kernel/decision.js';
import type { MessageRejected } from './events.js';
import type { Failure } from './failure.js';
import type { OutboundMessage } from './outbound-message.js';

/** The server refused recipient or content for good, or cannot be told the recipient; a corrected address makes a new message (`resend`). */
export function rejectMessage(message: OutboundMessage, failure: Failure) {
  switch (message.state) {
    case 'queued':
    case 'deferred':
    case 'attempting':
      return accept<MessageRejected>({ type: 'MessageRejected', data: failure });
    default:
      return refuse('not-under-way', { facts: { state: message.state } });
  }
}
