import { describe, it } from '@jest/globals';
import { startedContainer } from '#test/event-store/kurrentdb-container.js';
import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { eventStoreFaults } from '#test/event-store/event-store-faults.js';
import { KurrentEventStore } from './kurrent-event-store.js';

const server = await startedContainer();

if (server === undefined) {
  describe('The event store on KurrentDB in a container', () => {
    it.skip('lacks a container engine: there is neither DOCKER_HOST nor /var/run/docker.sock', () => undefined);
  });
} else {
  const open = () => KurrentEventStore.open(server.address);
  eventStoreConformance('the event store on KurrentDB in a container', {
    open,
    restart: async (store) => {
      await store.close();
      return open();
    },
    dispose: (store) => store.close(),
  });
  eventStoreFaults('The event store on KurrentDB in a container', () => server.port);
}
