import type { InboundMessage } from './inbound-message.js';

/** Erased or expired: the same mail delivered again is a message of its own, in the next generation. */
export function isGone({ place, received }: InboundMessage): boolean {
  return place.is === 'expired' || received.envelopeSender.read({ known: () => false, erased: () => true });
}
