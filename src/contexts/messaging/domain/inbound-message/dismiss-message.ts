import { accept, refuse } from '#kernel/decision.js';
import type { Personal } from '#kernel/personal.js';
import type { MessageDismissed } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** Nobody's mail: out of sight, never lost. Assigning it brings it back. */
export function dismissMessage({ place }: InboundMessage, reason?: Personal<string>) {
  switch (place.is) {
    case 'received':
    case 'classified':
      return refuse('not-routed-yet');
    case 'with-candidate':
      return refuse('assigned-already', { facts: { candidateId: place.candidateId } });
    case 'filed':
      return refuse('filed-on-a-message', { facts: { outboundMessageId: place.outboundMessageId } });
    case 'expired':
      return refuse('message-expired');
    case 'dismissed':
      return accept<MessageDismissed>();
    default:
      return accept<MessageDismissed>({ type: 'MessageDismissed', data: reason === undefined ? {} : { reason } });
  }
}
