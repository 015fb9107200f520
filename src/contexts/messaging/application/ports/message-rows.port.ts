import type { ReadModel } from '#platform/projections/projection.js';
import type { MessagesTables } from '../projections/messages/messages.tables.js';

/** Received and sent messages as lists show them. */
export type MessageRows = ReadModel<MessagesTables>;
export const MessageRows = Symbol('MessageRows');
