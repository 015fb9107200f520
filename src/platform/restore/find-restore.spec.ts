import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { readSideOver } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { tallyRows } from '#test/projections/tally-rows.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { systemClock } from '../system/system-clock.js';
import { openReadModels } from '../sql/sqlite-read-models.js';
import { findRestore } from './find-restore.js';
import { declaredRestore, RestoreMark } from './restore-mark.js';

const temporaryFolder = temporaryFolders();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A log in a file with two events, rows derived from both unless told, and the log as a backup had it after the first. */
async function house(projected = true) {
  const folder = temporaryFolder();
  const [events, backup, file] = [join(folder, 'events.sqlite'), join(folder, 'backup.sqlite'), join(folder, 'restored.json')];
  const store = opened(events);
  const tallies = new Tallies(store, randomUUID());
  await tallies.open(randomUUID());
  new Sqlite(events).exec(`VACUUM INTO '${backup}'`).close();
  const second = await tallies.open(randomUUID());
  if (projected) {
    const side = readSideOver(store, folder);
    const model = side.runner.register(tallyRows());
    await side.runner.begin();
    await model.reached(second);
    await side.stop();
  }
  const readModels = openReadModels(join(folder, 'read-models.sqlite'));
  ends.push(() => readModels.close());
  const found = (log: EventStore = store) => findRestore(log, readModels, new RestoreMark(file));
  return { file, store, tallies, mark: new RestoreMark(file), found, foundOnBackup: () => found(opened(backup)) };
}

function opened(file: string): EventStore {
  const store = SqliteEventStore.open(file, systemClock);
  ends.push(() => store.close());
  return store;
}

describe('a restore of the log', () => {
  it('is not found where rows and log belong together, nor in an empty house', async () => {
    const { found, mark } = await house();
    expect(await found()).toBeUndefined();
    expect(await mark.read()).toBeUndefined();
    expect(await (await house(false)).found(new MemoryEventStore(systemClock))).toBeUndefined();
  });

  it('is found where the log ends before the rows do, and kept with the last event that was there', async () => {
    const { found, foundOnBackup, store, mark } = await house();
    const restore = await foundOnBackup();
    expect(restore).toEqual({ last: { position: expect.stringMatching(/:1$/), eventId: expect.any(String) }, done: [] });
    expect(await mark.read()).toEqual(restore);
    expect(await store.head()).toMatch(/:2$/);
    expect(await found()).toEqual(restore);
  });

  it('is taken for one where there is a log and no rows at all, because nobody can tell', async () => {
    expect(await (await house(false)).found()).toMatchObject({ done: [] });
  });

  it('once declared, goes up to the last event of the start that finds it, and stays there whatever is appended', async () => {
    const { found, store, tallies, mark } = await house();
    await mark.write(declaredRestore);
    const position = await store.head();
    const restore = await found();
    expect(restore).toMatchObject({ last: { position }, done: [] });
    await mark.write({ ...declaredRestore, ...restore, done: ['one'] });
    await tallies.open(randomUUID());
    expect(await found()).toMatchObject({ last: { position }, done: ['one'] });
  });

  it('is a new one where the log was put back once more while the first was not finished', async () => {
    const { found, store, mark } = await house();
    await mark.write({ last: { position: (await store.head()) ?? '', eventId: randomUUID() }, done: ['one'] });
    expect(await found()).toMatchObject({ done: [] });
  });

  it.each(['', 'yes', '{"done":[1]}', '{"done":[],"last":{}}'])('is declared by a mark that says only %j', async (text) => {
    const { found, file, store } = await house();
    writeFileSync(file, text);
    expect(await found()).toMatchObject({ last: { position: await store.head() }, done: [] });
  });
});
