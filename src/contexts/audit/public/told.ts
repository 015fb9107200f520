/** Apart from the index, for who tells histories without the service. */
export { toldEvent } from '../application/told-event.js';
export type { HistoryEvent as ToldEvent } from '../application/queries/read-history.query.js';
export { categoryOf, type HistoryKind, isHistoryKind } from '../domain/kinds-of-history.js';
