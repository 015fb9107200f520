import type { Streams } from '#platform/event-store/streams.js';
import type { MessageQueued, OutboundMessageChanged } from '../../domain/outbound-message/events.js';
import type { OutboundMessage } from '../../domain/outbound-message/outbound-message.js';

/** `outbound-message-<companyId>.<uuid v5 of the command>` */
export type OutboundMessages = Streams<OutboundMessage, MessageQueued, OutboundMessageChanged>;
export const OutboundMessages = Symbol('OutboundMessages');
