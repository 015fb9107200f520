import type { Page } from './page.js';

/** A page from rows that were read with a limit of one more than it shows, which tells whether there is a next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  cursorAfter: (last: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(show), ...(more ? { next: cursorAfter(last) } : {}) };
}
