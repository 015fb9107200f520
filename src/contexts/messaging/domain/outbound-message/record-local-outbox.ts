import { accept, refuse } from '#kernel/decision.js';
import type { WrittenToLocalOutbox } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** The file lies in the outbox. That is not sending: it is never called accepted or delivered (S29). */
export function recordLocalOutbox(message: OutboundMessage, file: string) {
  if (message.state !== 'attempting') return refuse('no-open-attempt', { facts: { state: message.state } });
  return accept<WrittenToLocalOutbox>({ type: 'WrittenToLocalOutbox', data: { file } });
}
