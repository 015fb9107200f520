import type { Config } from '../../platform/config/config.js';
import { CannotStart } from '../../platform/data-directory/cannot-start.js';
import { StoreUnreachable } from '../../platform/event-store/event-store.port.js';
import { openLog } from '../open-log.js';
import { type Finding, ok, wrong } from './finding.js';

const about = 'event store';

/** Whether the server that keeps the events can be reached and used. */
export async function examineEventStore(config: Pick<Config, 'dataDirectory' | 'eventStore'>): Promise<readonly Finding[]> {
  if (config.eventStore === undefined) return [ok(about, 'The events are kept in a file of the data directory.')];
  try {
    const log = await openLog(config);
    await log?.close();
    return [
      ok(about, log === undefined ? 'The server answers; the first start begins with it.' : 'The server answers and holds the events.'),
    ];
  } catch (error) {
    if (error instanceof StoreUnreachable || error instanceof CannotStart) return [wrong(about, error.message)];
    throw error;
  }
}
