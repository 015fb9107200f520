import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { systemClock } from '#test/event-store/post-office.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder = '';
const open = async () => SqliteEventStore.open(join(folder, 'events.sqlite'), systemClock);

eventStoreConformance('the event store in SQLite', {
  open: async () => {
    folder = await mkdtemp(join(tmpdir(), 'poststelle-events-'));
    return open();
  },
  restart: async (store) => {
    await store.close();
    return open();
  },
  dispose: async (store) => {
    await store.close();
    await rm(folder, { recursive: true });
  },
});
