import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { appending } from './conformance/appending.js';
import { following } from './conformance/following.js';
import { forgetting } from './conformance/forgetting.js';
import type { EventStoreHarness } from './conformance/harness.js';
import { races } from './conformance/races.js';
import { reading } from './conformance/reading.js';
import { restarting } from './conformance/restarting.js';

/** What every event store of the house must do, embedded or on a server, empty or full, alone or with others on it. */
export function eventStoreConformance(name: string, harness: EventStoreHarness): void {
  describe(`${name}, as every event store,`, () => {
    let opened: EventStore | undefined;
    const store = () => {
      if (opened === undefined) throw new Error('The store is not open.');
      return opened;
    };
    beforeAll(async () => {
      opened = await harness.open();
    });
    afterAll(async () => {
      await harness.dispose(store());
    });

    describe('appending', () => {
      appending(store);
    });
    describe('in a race', () => {
      races(store);
    });
    describe('reading', () => {
      reading(store);
    });
    describe('followed', () => {
      following(store);
    });
    describe('with personal fields', () => {
      forgetting(store);
    });

    const { restart } = harness;
    if (restart === undefined) return;
    describe('restarted', () => {
      restarting(store, async () => {
        opened = await restart(store());
      });
    });
  });
}
