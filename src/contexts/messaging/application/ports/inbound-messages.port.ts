import type { Streams } from '#platform/event-store/streams.js';
import type { InboundMessageChanged, MessageReceived } from '../../domain/inbound-message/events.js';
import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';

/** `inbound-message-<companyId>.<uuid from the mail's identity>` */
export type InboundMessages = Streams<InboundMessage, MessageReceived, InboundMessageChanged>;
export const InboundMessages = Symbol('InboundMessages');
