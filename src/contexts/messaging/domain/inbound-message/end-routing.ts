import { accept } from '#kernel/decision.js';
import type { InboundMessage } from './inbound-message.js';
import type { EndState } from './routing/route.js';

/** The router's word counts once, and only before a person's: a repeated or late run changes nothing. */
export function endRouting(message: InboundMessage, end: EndState) {
  return message.place.is === 'classified' ? accept<EndState>(end) : accept<EndState>();
}
