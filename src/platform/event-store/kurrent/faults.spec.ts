import { afterAll, beforeAll } from '@jest/globals';
import { EventStoreDouble } from '#test/event-store/double/event-store-double.js';
import { eventStoreFaults } from '#test/event-store/event-store-faults.js';

let double: EventStoreDouble | undefined;

function server(): EventStoreDouble {
  if (double === undefined) throw new Error('The double is not running.');
  return double;
}

beforeAll(async () => {
  double = await EventStoreDouble.start({ readyAfterMs: 100 });
});
afterAll(async () => {
  await server()[Symbol.asyncDispose]();
});

eventStoreFaults('The event store on a double of EventStoreDB', () => server().port, server);
