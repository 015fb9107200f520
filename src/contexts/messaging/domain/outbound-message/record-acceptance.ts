import { accept, refuse } from '#kernel/decision.js';
import type { Personal } from '#kernel/personal.js';
import type { MessageAccepted } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** The server answered 2xx to the whole content: from here on it answers for the mail. */
export function recordAcceptance(message: OutboundMessage, response?: Personal<string>) {
  if (message.state !== 'attempting') return refuse('no-open-attempt', { facts: { state: message.state } });
  return accept<MessageAccepted>({ type: 'MessageAccepted', data: { by: 'server', ...(response === undefined ? {} : { response }) } });
}
