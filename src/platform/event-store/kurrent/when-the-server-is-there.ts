import { setTimeout as pause } from 'node:timers/promises';
import type { EventStoreServer } from '#platform/config/event-store-server.js';
import { StoreUnreachable } from '../event-store.port.js';
import { jittered } from '../patient-append.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { usualPatience } from './patience.js';

const firstPauseMs = 250;
const longestPauseMs = 5_000;

/** Opens the store as soon as there is a server, however long that takes; `tell` hears why it is waited, once for each reason. */
export async function whenTheServerIsThere(
  server: EventStoreServer,
  tell: (sentence: string) => void,
  patience = usualPatience,
): Promise<KurrentEventStore> {
  let told: string | undefined;
  for (let failures = 0; ; failures += 1) {
    try {
      return await KurrentEventStore.open(server, patience);
    } catch (error) {
      if (!(error instanceof StoreUnreachable)) throw error;
      if (error.message !== told) tell(`${error.message} The start waits for it.`);
      told = error.message;
    }
    await pause(jittered(Math.min(firstPauseMs * 2 ** failures, longestPauseMs)));
  }
}
