import { describe, it } from '@jest/globals';
import { serverAddress } from '#platform/config/event-store-server.js';
import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { KurrentEventStore } from './kurrent-event-store.js';

const address = process.env.POSTSTELLE_TEST_EVENT_STORE;
if (address === undefined) {
  describe('an event store on a server', () => {
    it.skip('is tested where POSTSTELLE_TEST_EVENT_STORE names one', () => undefined);
  });
} else {
  const read = serverAddress(address);
  if ('wrong' in read) throw new Error(`POSTSTELLE_TEST_EVENT_STORE ${read.wrong}.`);
  const open = () => KurrentEventStore.open(read.value);
  eventStoreConformance('the event store on the server of POSTSTELLE_TEST_EVENT_STORE', {
    open,
    restart: async (store) => {
      await store.close();
      return open();
    },
    dispose: (store) => store.close(),
  });
}
