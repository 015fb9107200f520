import { type EventStore, ForeignPosition } from '../event-store/event-store.port.js';
import type { Checkpoint } from './bookkeeping.js';

/**
 * Whether the store still holds, where the checkpoint says, the event that was handled last. If not, it is another store or one that was
 * restored from a backup, and rows derived from the former history are wrong.
 */
export async function fits(store: EventStore, { position, eventId }: Checkpoint): Promise<boolean> {
  try {
    const there = await store.at(position);
    return there?.id === eventId;
  } catch (error) {
    if (error instanceof ForeignPosition) return false;
    throw error;
  }
}
