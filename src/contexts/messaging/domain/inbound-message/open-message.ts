import { accept, refuse } from '#kernel/decision.js';
import type { MessageMarkedNew, MessageOpened } from './events.js';
import type { InboundMessage } from './inbound-message.js';

// A stream stays short (design.md): opening and marking new over and over ends here.
const mostMarks = 50;

/** Read state is per user: `reader` is the keyed HMAC of who looked. */
export function openMessage(message: InboundMessage, reader: string) {
  if (message.place.is === 'expired') return refuse('message-expired');
  if (message.openedBy.includes(reader)) return accept<MessageOpened>();
  return accept<MessageOpened>({ type: 'MessageOpened', data: { reader } });
}

export function markMessageNew(message: InboundMessage, reader: string) {
  if (message.place.is === 'expired') return refuse('message-expired');
  if (!message.openedBy.includes(reader)) return accept<MessageMarkedNew>();
  if (message.timesMarkedNew >= mostMarks) return refuse('marked-new-too-often', { facts: { most: mostMarks } });
  return accept<MessageMarkedNew>({ type: 'MessageMarkedNew', data: { reader } });
}
