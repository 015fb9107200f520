import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { eventStoreFaults } from '#test/event-store/event-store-faults.js';
import { namedServer, StartedServer, startingCommand } from '#test/event-store/named-server.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { whenTheServerIsThere } from './when-the-server-is-there.js';

const address = namedServer();
const port = address?.nodes[0]?.port;
const command = startingCommand();

if (address === undefined || port === undefined) {
  describe('The event store on a server', () => {
    it.skip('lacks a server: POSTSTELLE_TEST_EVENT_STORE=esdb://127.0.0.1:2113?tls=false names one', () => undefined);
  });
} else {
  const started = command === undefined ? undefined : new StartedServer(command, port);
  beforeAll(async () => {
    await started?.comeBack();
    await (await whenTheServerIsThere(address, () => undefined)).close();
  }, 60_000);
  afterAll(async () => {
    await started?.shutDown();
  });

  const open = () => KurrentEventStore.open(address);
  eventStoreConformance('the event store on the named server', {
    open,
    restart: async (store) => {
      await store.close();
      return open();
    },
    dispose: (store) => store.close(),
  });

  eventStoreFaults('The event store on the named server', () => port, started === undefined ? undefined : () => started);
  if (started === undefined)
    describe('The event store on the named server, killed and frozen,', () => {
      it.skip('lacks the right to do so: POSTSTELLE_TEST_EVENT_STORE_START gives the command that starts the server', () => undefined);
    });
}
