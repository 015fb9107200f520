import type { ReadModel } from '#platform/projections/projection.js';
import type { SentMessagesTables } from '../projections/sent-messages.projection.js';

/** Where every sent message stands. */
export type SentRows = ReadModel<SentMessagesTables>;
export const SentRows = Symbol('SentRows');
