import type { Clock } from '#kernel/clock.js';
import type { Config } from './platform/config/config.js';
import type { DataDirectoryLayout } from './platform/data-directory/data-directory-layout.js';
import type { EventStore } from './platform/event-store/event-store.port.js';
import { SqliteEventStore } from './platform/event-store/sqlite/sqlite-event-store.js';

/** The store that the operator chose: a file in the data directory, or a server, which may be waited for. */
export async function openEventStore(
  { eventStore }: Pick<Config, 'eventStore'>,
  { events }: DataDirectoryLayout,
  clock: Clock,
): Promise<EventStore> {
  if (eventStore === undefined) return SqliteEventStore.open(events, clock);
  // Only here, because the embedded profile needs nothing of its client.
  const { whenTheServerIsThere } = await import('./platform/event-store/kurrent/when-the-server-is-there.js');
  return whenTheServerIsThere(eventStore, tellWhoeverWaits);
}

/** Past the log, which is held back until the service is wired. */
function tellWhoeverWaits(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
