import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Follower } from '#test/event-store/conformance/follower.js';
import { freshEvent, freshStream } from '#test/event-store/conformance/fresh.js';
import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { systemClock } from '#test/event-store/post-office.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder = '';
const open = async () => SqliteEventStore.open(join(folder, 'events.sqlite'), systemClock);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poststelle-events-'));
});
afterAll(() => rm(folder, { recursive: true }));

eventStoreConformance('the event store in SQLite', {
  open,
  restart: async (store) => {
    await store.close();
    return open();
  },
  dispose: (store) => store.close(),
});

describe('the event store in SQLite, closed,', () => {
  it('says so to who appends, reads or still follows', async () => {
    const store = await open();
    await using follower = new Follower(store, undefined, {});
    await follower.upTo('caught-up');
    const waiting = follower.next();
    await store.close();
    await expect(waiting).rejects.toThrow(/not open/);
    await expect(store.append(freshStream(), 'noStream', [freshEvent()])).rejects.toThrow(/closed/);
    await expect(store.head()).rejects.toThrow(/not open/);
  });
});
