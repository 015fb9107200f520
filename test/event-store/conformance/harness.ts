import type { EventStore } from '#platform/event-store/event-store.port.js';

/** How the conformance suite gets at a store. Nothing here assumes a local file, an empty log or a suite that is alone with the store. */
export interface EventStoreHarness {
  open(): Promise<EventStore>;
  /** The same log as after a restart of its process or server; absent where nothing outlives it. */
  readonly restart?: (store: EventStore) => Promise<EventStore>;
  /** Closes the store and removes what the harness made. */
  dispose(store: EventStore): Promise<void>;
}
