import type { EventStore } from '../event-store/event-store.port.js';
import { type Bookkeeping, type Checkpoint, checkpointOf, createBookkeeping } from '../projections/bookkeeping.js';
import { fits } from '../projections/fits.js';
import { type ReadModels, tablesOf } from '../sql/read-models.js';
import type { Restore, RestoreMark } from './restore-mark.js';

/**
 * The restore that this start has to deal with: declared by the operator, left unfinished by an earlier start, or found now by checkpoints
 * that do not fit. Asked before anything is appended, because what is appended takes the places that tell.
 */
export async function findRestore(store: EventStore, readModels: ReadModels, mark: RestoreMark): Promise<Restore | undefined> {
  const marked = await mark.read();
  // Unless the log was put back once more, to before the place that the mark names.
  if (marked?.last !== undefined && (await fits(store, marked.last))) return marked;
  if (marked === undefined && !(await hasAnotherHistory(store, readModels))) return undefined;
  const restore = { ...(await lastOf(store)), done: [] };
  await mark.write(restore);
  return restore;
}

/**
 * Whether rows were derived from another history than the log holds. A log with events and no rows at all may be anything: read models that
 * were lost, or put away with the log that they belonged to. What cannot be told from a restore is taken for one.
 */
async function hasAnotherHistory(store: EventStore, { writer }: ReadModels): Promise<boolean> {
  const books = tablesOf<Bookkeeping>(writer);
  await createBookkeeping(books);
  const checkpoints = (await books.selectFrom('projections').selectAll().execute()).map(checkpointOf).filter((one) => one !== undefined);
  if (checkpoints.length === 0) return (await store.head()) !== undefined;
  for (const checkpoint of checkpoints) if (!(await fits(store, checkpoint))) return true;
  return false;
}

async function lastOf(store: EventStore): Promise<{ readonly last?: Checkpoint }> {
  const last = await store.last();
  return last === undefined ? {} : { last: { position: last.position, eventId: last.id } };
}
