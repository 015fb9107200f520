import type { Projection } from '#platform/projections/projection.js';
import type { InboundMessageEvent } from '../../../domain/inbound-message/events.js';
import type { OutboundMessageEvent } from '../../../domain/outbound-message/events.js';
import type { MessageRefusedTooLarge } from '../../../domain/refused-mail/events.js';
import { change } from './changes.js';
import { messageReadersShape, messagesShape, type MessagesTables } from './messages.tables.js';
import { receivedMail } from './received-mail.js';
import { refusedMail } from './refused-mail.js';
import { sentMail } from './sent-mail.js';

/** Conversations (R16, R85) and the lists across candidates (R17, R86), received and sent mail in one order. */
export const messages: Projection<MessagesTables, InboundMessageEvent | OutboundMessageEvent | MessageRefusedTooLarge> = {
  name: 'messages',
  version: 2,
  tables: { messages: messagesShape, message_readers: messageReadersShape },
  indexes: [
    { on: 'messages', columns: ['company_id', 'candidate_id', 'nth'] },
    { on: 'messages', columns: ['company_id', 'place', 'waiting_as', 'nth'] },
    { on: 'message_readers', columns: ['message_id', 'reader'], unique: true },
  ],
  on: { ...receivedMail, ...refusedMail, ...sentMail },
  every: {
    categories: ['inbound-message', 'outbound-message'],
    then: (recorded, rows) => change(recorded, rows, { revision: Number(recorded.revision) }),
  },
};
