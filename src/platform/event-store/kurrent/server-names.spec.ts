import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDouble } from '#test/event-store/double/event-store-double.js';
import { freshCategory, freshEvent, freshStream, idsOf, readOn, successful } from '#test/event-store/conformance/fresh.js';
import type { EventFilter, EventStore } from '../event-store.port.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { ServerNames } from './server-names.js';

const stream = 'candidate-6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f.1';

describe('the names of streams on a server', () => {
  it.each([
    [undefined, stream],
    ['staging', `staging.${stream}`],
  ])('with the namespace %s are told apart from all others', (namespace, onServer) => {
    const names = new ServerNames(namespace);
    expect(names.onServer(stream)).toBe(onServer);
    const streams = [
      stream,
      `staging.${stream}`,
      `stagingx.${stream}`,
      `production.${stream}`,
      `$$${onServer}`,
      names.identityStream,
      'staging.',
    ];
    expect(streams.filter((each) => names.ofService(each) === stream)).toEqual([onServer]);
    expect(streams.filter((each) => new RegExp(names.pattern()).test(each))).toEqual([onServer]);
    expect(streams.filter((each) => new RegExp(names.pattern(['candidate'])).test(each))).toEqual([onServer]);
    expect(streams.filter((each) => new RegExp(names.pattern(['mailbox'])).test(each))).toEqual([]);
  });
});

describe('services that share a server', () => {
  let double: EventStoreDouble;
  let stores: readonly KurrentEventStore[];
  beforeAll(async () => {
    double = await EventStoreDouble.start();
    const namespaces = [{}, { namespace: 'staging' }, { namespace: 'production' }];
    stores = await Promise.all(namespaces.map((each) => KurrentEventStore.open({ ...double.address, ...each })));
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await double[Symbol.asyncDispose]();
  });

  it('see nothing of each other, whatever they call their streams', async () => {
    const category = freshCategory();
    const shared = freshStream(category);
    const written = new Map<EventStore, string>();
    for (const store of stores) {
      const event = freshEvent();
      successful(await store.append(shared, 'noStream', [event]));
      written.set(store, event.id);
    }
    expect(new Set(stores.map(({ id }) => id)).size).toBe(stores.length);
    for (const store of stores) {
      const own = [written.get(store)];
      expect(idsOf(await store.readStream(shared))).toEqual(own);
      expect(idsOf(await readOn(store, category, undefined))).toEqual(own);
      expect((await store.last())?.id).toBe(own[0]);
      for (const filter of [{}, { categories: [category] }, { types: ['conformance.happened'] }])
        expect(await firstOf(store, filter)).toEqual(own);
    }
  });
});

/** What a subscription brings until it has caught up. */
async function firstOf(store: EventStore, filter: EventFilter): Promise<readonly string[]> {
  const ids: string[] = [];
  const ending = new AbortController();
  for await (const signal of store.subscribe(undefined, filter, ending.signal)) {
    if (signal.kind === 'event') ids.push(signal.event.id);
    if (signal.kind === 'caught-up') ending.abort();
  }
  return ids;
}
