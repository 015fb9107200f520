import { allow, refuse } from '#kernel/decision.js';
import { sameAddress } from '#kernel/email-address.js';
import type { OutboundMessage } from './outbound-message.js';

/** Decision "Stuck mail": what was rejected, given up or bounced goes to a corrected address as a new, linked message. */
export function mayResend(message: OutboundMessage, to: string) {
  const failed = message.state === 'rejected' || message.state === 'given-up' || message.reports.bounced !== undefined;
  if (!failed) return refuse('message-has-not-failed', { facts: { state: message.state } });
  const former = message.queued.to.read({ known: (address) => address, erased: () => undefined });
  if (former === undefined) return refuse('message-erased');
  if (sameAddress(former, to)) return refuse('address-not-corrected', { field: 'to' });
  return allow(message.queued);
}
