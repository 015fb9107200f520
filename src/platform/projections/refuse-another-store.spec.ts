import { beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSideOver, systemClock } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { tallyRows } from '#test/projections/tally-rows.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { CannotStart } from '../data-directory/cannot-start.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { refuseAnotherStore } from './refuse-another-store.js';

const newFolder = temporaryFolders();

async function handleOneEvent(store: EventStore, folder: string): Promise<void> {
  const side = readSideOver(store, folder);
  const model = side.runner.register(tallyRows());
  await side.runner.begin();
  await model.reached(await new Tallies(store).open('one'));
  await side.stop();
}

async function startOn(store: EventStore, folder: string): Promise<void> {
  const side = readSideOver(store, folder);
  try {
    await refuseAnotherStore(store, side.database);
  } finally {
    await side.stop();
  }
}

describe('a data directory', () => {
  beforeEach(() => {
    Logger.overrideLogger(false);
  });

  it('is taken when it is new, and with the store that its checkpoints were taken of', async () => {
    const store = new MemoryEventStore(systemClock);
    const folder = newFolder();
    await startOn(store, folder);
    await handleOneEvent(store, folder);
    await startOn(store, folder);
  });

  it('is refused with another store than its checkpoints were taken of, in a sentence', async () => {
    const folder = newFolder();
    await handleOneEvent(new MemoryEventStore(systemClock), folder);
    const another = new MemoryEventStore(systemClock);
    const start = startOn(another, folder);
    await expect(start).rejects.toThrow(CannotStart);
    await expect(start).rejects.toThrow(`belongs to another event store than ${another.id}. Set POSTSTELLE_EVENT_STORE`);
  });
});
