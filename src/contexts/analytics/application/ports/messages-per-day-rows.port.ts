import type { ReadModel } from '#platform/projections/projection.js';
import type { MessagesPerDayTables } from '../projections/messages-per-day.projection.js';

export type MessagesPerDayRows = ReadModel<MessagesPerDayTables>;
export const MessagesPerDayRows = Symbol('MessagesPerDayRows');
