import type { Readiness } from '../observability/readiness.js';
import { type EventStore, StoreUnreachable } from './event-store.port.js';

/** Tells readiness whether events can be read now, and if not, why. */
export function announceEventStore(store: Pick<EventStore, 'head'>, readiness: Readiness): void {
  readiness.register({ part: 'event store', check: () => wrongWith(store) });
}

async function wrongWith(store: Pick<EventStore, 'head'>): Promise<string | undefined> {
  try {
    await store.head();
    return undefined;
  } catch (error) {
    if (error instanceof StoreUnreachable) return error.message;
    throw error;
  }
}
