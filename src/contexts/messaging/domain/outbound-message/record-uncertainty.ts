import { accept, refuse } from '#kernel/decision.js';
import type { Personal } from '#kernel/personal.js';
import type { MessageDeliveryUncertain } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** Nobody knows whether the server took the mail (S27): it is never sent again but by a person's word. */
export function recordUncertainty(message: OutboundMessage, reason: string, response?: Personal<string>) {
  if (message.state !== 'attempting') return refuse('no-open-attempt', { facts: { state: message.state } });
  return accept<MessageDeliveryUncertain>({
    type: 'MessageDeliveryUncertain',
    data: { reason, ...(response === undefined ? {} : { response }) },
  });
}
