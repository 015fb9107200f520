import { accept, refuse } from '#kernel/decision.js';
import type { MessageHandled, MessageHandlingReopened } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** Shared by all: no answer is owed to this message. */
export function handleMessage({ place, handled }: InboundMessage) {
  if (place.is !== 'with-candidate') return refuse('not-assigned');
  return handled ? accept<MessageHandled>() : accept<MessageHandled>({ type: 'MessageHandled', data: {} });
}

export function reopenHandling({ place, handled }: InboundMessage) {
  if (place.is !== 'with-candidate') return refuse('not-assigned');
  return handled ? accept<MessageHandlingReopened>({ type: 'MessageHandlingReopened', data: {} }) : accept<MessageHandlingReopened>();
}
