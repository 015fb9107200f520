export type { InboundMessageEvent } from '../domain/inbound-message/events.js';
export type { OutboundMessageEvent } from '../domain/outbound-message/events.js';
export type { MessageRefusedTooLarge } from '../domain/refused-mail/events.js';
