import { join } from 'node:path';
import type { EventDecoder } from '#platform/event-store/event-decoder.port.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { type Pace, usualPace } from '#platform/projections/pace.js';
import { ProjectionRunner } from '#platform/projections/projection-runner.js';
import { openReadModels } from '#platform/sql/sqlite-read-models.js';
import { tallyDecoder } from './tallies.js';

export const systemClock = { now: () => new Date() };

/** As patient as the usual one, only faster. */
export const quickPace: Pace = { ...usualPace, poisonPauseMs: 1, stoppedRetryMs: 50, outagePauseMs: 5 };

/** The read side of a service, over a store and the file in which an earlier run left its rows. */
export function readSideOver(store: EventStore, folder: string, changed: { pace?: Partial<Pace>; decoder?: EventDecoder } = {}) {
  const database = openReadModels(join(folder, 'read-models.sqlite'));
  const runner = new ProjectionRunner(database, store, changed.decoder ?? tallyDecoder(), systemClock, { ...quickPace, ...changed.pace });
  return {
    database,
    runner,
    stop: async () => {
      await runner.stop();
      await database.close();
    },
  };
}
