import { existsSync } from 'node:fs';
import type { Config } from '../platform/config/config.js';
import { layoutOf } from '../platform/data-directory/data-directory-layout.js';
import type { EventStore } from '../platform/event-store/event-store.port.js';
import { SqliteEventLog } from '../platform/event-store/sqlite/sqlite-event-log.js';

export type OpenedLog = Pick<EventStore, 'readAll' | 'readStream' | 'close'>;

/** The events of a service that runs, or ran, with this configuration, to be read; `undefined` where it never did. */
export async function openLog({ dataDirectory, eventStore }: Pick<Config, 'dataDirectory' | 'eventStore'>): Promise<OpenedLog | undefined> {
  if (eventStore !== undefined) {
    // Only here, because its client takes a moment to load that no other command should wait for.
    const { KurrentEventStore } = await import('../platform/event-store/kurrent/kurrent-event-store.js');
    return KurrentEventStore.openUsed(eventStore);
  }
  const { events } = layoutOf(dataDirectory);
  return existsSync(events) ? SqliteEventLog.open(events) : undefined;
}
