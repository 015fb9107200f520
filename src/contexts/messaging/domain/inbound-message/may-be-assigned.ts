import { allow, refuse } from '#kernel/decision.js';
import type { InboundMessage } from './inbound-message.js';

/** Whether a person may give the message to somebody: whatever waits, was set aside, filed, quarantined or dismissed. */
export function mayBeAssigned(message: InboundMessage) {
  const { place } = message;
  switch (place.is) {
    case 'received':
    case 'classified':
      return refuse('not-routed-yet');
    case 'with-candidate':
      return refuse('assigned-already', { facts: { candidateId: place.candidateId } });
    case 'expired':
      return refuse('message-expired');
    default:
      return allow(message);
  }
}
