import { accept } from '#kernel/decision.js';
import type { MessageQuarantined } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** A mail that defeated the parser each time waits for a person, its raw bytes kept. */
export function quarantineMessage(message: InboundMessage, reason: string, attempts: number) {
  if (message.place.is !== 'received') return accept();
  return accept<MessageQuarantined>({ type: 'MessageQuarantined', data: { reason, attempts } });
}
