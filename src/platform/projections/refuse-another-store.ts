import { CannotStart } from '../data-directory/cannot-start.js';
import { type EventStore, ForeignPosition } from '../event-store/event-store.port.js';
import { type ReadModels, tablesOf } from '../sql/read-models.js';
import { type Bookkeeping, createBookkeeping } from './bookkeeping.js';

/**
 * Read models, vault and blobs of a data directory belong to one log. Where a checkpoint was made by another store, the operator has joined
 * what does not belong together, and is told before anything is built anew. A log that was restored keeps its store's id, and is
 * found out by what stands at the checkpoints.
 */
export async function refuseAnotherStore(store: Pick<EventStore, 'id' | 'compare'>, { writer }: ReadModels): Promise<void> {
  const books = tablesOf<Bookkeeping>(writer);
  await createBookkeeping(books);
  const rows = await books.selectFrom('projections').select('position').where('position', 'is not', null).distinct().execute();
  for (const { position } of rows)
    if (position !== null && isForeign(store, position))
      throw new CannotStart(
        `The data directory belongs to another event store than ${store.id}. Set POSTSTELLE_EVENT_STORE and POSTSTELLE_DATA to two that belong together.`,
      );
}

function isForeign(store: Pick<EventStore, 'compare'>, position: string): boolean {
  try {
    store.compare(position, position);
    return false;
  } catch (error) {
    if (error instanceof ForeignPosition) return true;
    throw error;
  }
}
