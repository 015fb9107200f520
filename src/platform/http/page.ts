/** One page of a list; `next` is a cursor for the following one, absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** Cursors carry a MAC over the query they belong to and the last (position, id), never a name. */
export interface Cursors {
  /** `query` names the list and its filters; the same text must come back with the cursor. */
  make(query: string, last: readonly [position: string, id: string]): string;
  /** `undefined` for no cursor; `bad` for one that is not ours or belongs to another query (400 `cursor-invalid`). */
  read(query: string, cursor: string | undefined): readonly [position: string, id: string] | undefined | 'bad';
}
export const Cursors = Symbol('Cursors');
