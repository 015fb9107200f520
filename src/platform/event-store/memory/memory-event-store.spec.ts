import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { systemClock } from '#test/event-store/post-office.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreConformance('the event store in memory', {
  open: async () => new MemoryEventStore(systemClock),
  dispose: (store) => store.close(),
});
