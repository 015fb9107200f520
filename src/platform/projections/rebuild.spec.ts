import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSideOver, systemClock } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { tallyRows } from '#test/projections/tally-rows.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { tablesOf } from '../sql/read-models.js';
import { ReadModelBehind } from './projection.js';

const newFolder = temporaryFolders();
const running: { stop(): Promise<void> }[] = [];

function start(store: EventStore, folder: string, changed: Parameters<typeof tallyRows>[0] = {}) {
  const side = readSideOver(store, folder);
  running.push(side);
  const model = side.runner.register(tallyRows(changed));
  return { ...side, model, totals: () => model.rows.selectFrom('tallies').select(['tally', 'total']).orderBy('tally').execute() };
}

/** A second version, which counts twice as much, and waits for `gate` before each raise. */
const doubled = (gate: Promise<void>): NonNullable<Parameters<typeof tallyRows>[0]> => ({
  version: 2,
  on: {
    ...tallyRows().on,
    TallyRaised: async ({ event, streamId }, rows) => {
      await gate;
      await rows
        .updateTable('tallies')
        .set((row) => ({ total: row('total', '+', event.data.by * 2) }))
        .where('tally', '=', streamId)
        .execute();
    },
  },
});

describe('rows that are built anew', () => {
  beforeEach(() => {
    Logger.overrideLogger(false);
  });
  afterEach(async () => {
    for (const side of running.splice(0)) await side.stop().catch(() => undefined);
  });

  it('of a new version are filled beside the old ones, which are read until the swap', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const folder = newFolder();
    const first = start(store, folder);
    await first.runner.begin();
    await tallies.open('one');
    const before = await tallies.raise('one', 5);
    await first.model.reached(before);
    await first.stop();

    const gate = Promise.withResolvers<void>();
    const second = start(store, folder, doubled(gate.promise));
    await second.runner.begin();
    const after = await tallies.raise('one', 1);
    await second.model.reached(before);
    expect(await second.totals()).toEqual([{ tally: 'one', total: 5 }]);
    expect(second.runner.status()).toMatchObject([{ state: 'building', shadow: { version: 2 } }]);
    await expect(second.model.reached(after, 50)).rejects.toThrow(ReadModelBehind);

    gate.resolve();
    await second.model.reached(after);
    expect(await second.totals()).toEqual([{ tally: 'one', total: 12 }]);
    expect(second.runner.status()).toMatchObject([{ state: 'live', version: 2 }]);
  });

  it('of the same version too, while events go on coming; old and shadow tables are gone afterwards', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const { runner, model, totals, database } = start(store, newFolder());
    await runner.begin();
    await model.reached(await tallies.open('one'));
    await tablesOf<{ tallies_v1: { total: number } }>(database.writer).updateTable('tallies_v1').set({ total: 77 }).execute();

    const rebuilt = runner.rebuild('tallies');
    for (let by = 1; by <= 30; by += 1) await tallies.raise('one', 0);
    await rebuilt;
    await model.reached(await tallies.raise('one', 1));

    expect(await totals()).toEqual([{ tally: 'one', total: 1 }]);
    const tables = await database.reader.introspection.getTables();
    expect(tables.map(({ name }) => name).sort()).toEqual(['dead_letters', 'projections', 'tallies_v1']);
  });

  it('are gone on with after a restart in the middle', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const folder = newFolder();
    const first = start(store, folder);
    await first.runner.begin();
    await tallies.open('one');
    await first.model.reached(await tallies.raise('one', 5));
    await first.stop();
    const gate = Promise.withResolvers<void>();
    const second = start(store, folder, doubled(gate.promise));
    await second.runner.begin();
    await second.database.close();
    gate.resolve();
    await second.stop().catch(() => undefined);

    const third = start(store, folder, doubled(Promise.resolve()));
    await third.runner.begin();
    await third.model.reached(await tallies.raise('one', 1));
    expect(await third.totals()).toEqual([{ tally: 'one', total: 12 }]);
  });

  it('follow where somebody changed a table and forgot to raise the version', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const folder = newFolder();
    const first = start(store, folder);
    await first.runner.begin();
    await first.model.reached(await tallies.open('one'));
    await first.stop();

    const second = start(store, folder, { indexes: [{ on: 'tallies', columns: ['total'] }] });
    await second.runner.begin();
    expect(second.runner.status()).toMatchObject([{ state: 'building' }]);
    await second.model.reached(await tallies.raise('one', 1));
    expect(await second.totals()).toEqual([{ tally: 'one', total: 1 }]);
  });

  it('follow where the store is another one, and nothing decides by the old ones meanwhile', async () => {
    const folder = newFolder();
    const former = new MemoryEventStore(systemClock);
    const first = start(former, folder);
    await first.runner.begin();
    const foreign = await new Tallies(former).open('gone');
    await first.model.reached(foreign);
    await first.stop();

    const store = new MemoryEventStore(systemClock);
    const position = await new Tallies(store).open('one');
    const second = start(store, folder);
    expect(await second.runner.begin()).toEqual({ restored: ['tallies'] });
    expect(second.model.checkpoint()).not.toBe(foreign);
    await second.model.reached(position);
    expect(await second.totals()).toEqual([{ tally: 'one', total: 0 }]);
  });

  it.each(['and ends earlier', 'and has another event there'])('follow where the store was restored from a backup %s', async (how) => {
    const folder = newFolder();
    const [events, backup] = [join(folder, 'events.sqlite'), join(folder, 'backup.sqlite')];
    let store = SqliteEventStore.open(events, systemClock);
    await new Tallies(store).open('one');
    await store.close();
    copyFileSync(events, backup);

    store = SqliteEventStore.open(events, systemClock);
    const first = start(store, folder);
    await first.runner.begin();
    await first.model.reached(await new Tallies(store).open('lost'));
    await first.stop();
    await store.close();

    store = SqliteEventStore.open(backup, systemClock);
    if (how === 'and has another event there') await new Tallies(store).open('new');
    const second = start(store, folder);
    expect(await second.runner.begin()).toEqual({ restored: ['tallies'] });
    const position = await new Tallies(store).open('newer');
    await second.model.reached(position);
    expect((await second.totals()).map(({ tally }) => tally)).toEqual(
      how === 'and ends earlier' ? ['newer', 'one'] : ['new', 'newer', 'one'],
    );
    await second.stop();
    await store.close();
  });
});
