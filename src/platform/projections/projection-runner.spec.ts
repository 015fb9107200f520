import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from '#test/service/eventually.js';
import { readSideOver, systemClock } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { tallyRows } from '#test/projections/tally-rows.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { ForeignPosition } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { ReadModelBehind } from './projection.js';

const newFolder = temporaryFolders();
const running: { stop(): Promise<void> }[] = [];

function start(...on: Parameters<typeof readSideOver>) {
  const side = readSideOver(...on);
  running.push(side);
  return side;
}

beforeEach(() => {
  Logger.overrideLogger(false);
});
afterEach(async () => {
  for (const side of running.splice(0)) await side.stop();
});

describe('projections', () => {
  it('fill their rows from what was there before and from what follows', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    await tallies.open('one');
    const { runner } = start(store, newFolder());
    const model = runner.register(tallyRows());
    await runner.begin();
    const position = await tallies.raise('one', 5);

    await model.reached(position);

    expect(await model.rows.selectFrom('tallies').select(['tallies.total', 'revision']).execute()).toEqual([{ total: 5, revision: 1 }]);
    expect(model.checkpoint()).toBe(position);
  });

  it('answer a waiter when the rows are committed, and not before', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const { runner } = start(store, newFolder());
    const model = runner.register(tallyRows());
    await runner.begin();
    await tallies.open('one');

    for (let by = 1; by <= 50; by += 1) {
      await model.reached(await tallies.raise('one', 0));
      expect(await model.rows.selectFrom('tallies').select('raises').executeTakeFirst()).toEqual({ raises: by });
    }
  });

  it('tell a waiter who asks for what is not there that they are behind, after the time given', async () => {
    const store = new MemoryEventStore(systemClock);
    const { runner } = start(store, newFolder());
    const model = runner.register(tallyRows());
    await runner.begin();

    await expect(model.reached(`${store.id}:9`, 20)).rejects.toThrow(ReadModelBehind);
    await expect(model.reached('elsewhere:9', 20)).rejects.toThrow(ForeignPosition);
  });

  it('say how far they are behind, and that they are not when they are not', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const { runner } = start(store, newFolder(), { pace: { stoppedRetryMs: 60_000 } });
    const model = runner.register(tallyRows({ decides: true }));
    await runner.begin();
    await model.reached(await tallies.open('one'));
    expect(runner.status()).toMatchObject([{ name: 'tallies', state: 'live', lagSeconds: 0, lagEvents: 0 }]);

    await tallies.garble('one');
    const [stopped] = await eventually(
      async () => runner.status(),
      ([status]) => status?.state === 'stopped' && status.lagSeconds > 0.02,
    );
    expect(stopped).toMatchObject({ name: 'tallies' });
  });

  it('refuse a name or a table that another one has', () => {
    const { runner } = start(new MemoryEventStore(systemClock), newFolder());
    runner.register(tallyRows());
    expect(() => runner.register(tallyRows())).toThrow('two projections');
    expect(() => runner.register(tallyRows({ name: 'other' }))).toThrow('needs another name');
  });

  it('do not begin with an event that nobody has announced', async () => {
    const { runner } = start(new MemoryEventStore(systemClock), newFolder());
    runner.register({ name: 'x', version: 1, tables: {}, on: { NeverHeardOf: async () => undefined } });
    await expect(runner.begin()).rejects.toThrow('no context has announced');
  });

  it('do not lose or double an event where a projection falls behind the feed and reads pages again', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const { runner } = start(store, newFolder(), { pace: { inbox: 3, batch: 2, page: 4 } });
    const model = runner.register(tallyRows());
    await tallies.open('one');
    await runner.begin();

    let last = '';
    for (let by = 1; by <= 200; by += 1) last = await tallies.raise('one', 0);
    await model.reached(last);

    expect(await model.rows.selectFrom('tallies').select('raises').executeTakeFirst()).toEqual({ raises: 200 });
  });
});
