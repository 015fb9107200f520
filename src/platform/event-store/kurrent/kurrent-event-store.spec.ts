import { eventStoreConformance } from '#test/event-store/event-store-conformance.js';
import { EventStoreDouble } from '#test/event-store/double/event-store-double.js';
import { KurrentEventStore } from './kurrent-event-store.js';

let double: EventStoreDouble | undefined;

function server(): EventStoreDouble {
  if (double === undefined) throw new Error('The double is not running.');
  return double;
}

eventStoreConformance('the event store on a double of EventStoreDB', {
  open: async () => {
    double = await EventStoreDouble.start();
    return KurrentEventStore.open(double.address);
  },
  restart: async (store) => {
    await store.close();
    await server().crash();
    await server().comeBack();
    return KurrentEventStore.open(server().address);
  },
  dispose: async (store) => {
    await store.close();
    await server()[Symbol.asyncDispose]();
  },
});
