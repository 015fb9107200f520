import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSideOver, systemClock } from '#test/projections/read-side.js';
import { Tallies, tallyDecoder } from '#test/projections/tallies.js';
import { tallyRows } from '#test/projections/tally-rows.js';
import { eventually } from '#test/service/eventually.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { type EventDecoder, UnreadableEvent } from '../event-store/event-decoder.port.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { ReadModelBehind } from './projection.js';

const newFolder = temporaryFolders();
const running: { stop(): Promise<void> }[] = [];

/** Reads nothing of `raised` events while it is broken, in the given way. */
class BreakingDecoder implements EventDecoder {
  broken: Error | undefined;
  readonly #whole = tallyDecoder();

  async decode(stored: Parameters<EventDecoder['decode']>[0]) {
    if (this.broken !== undefined && stored.type === 'tally.raised') throw this.broken;
    return this.#whole.decode(stored);
  }

  storedTypeOf(eventType: string) {
    return this.#whole.storedTypeOf(eventType);
  }
}

const unreadable = new UnreadableEvent({ stream: 'tally-x.y', revision: 1n, type: 'tally.raised' }, 'anna@example.org is in it');

async function world(decides: boolean) {
  const store = new MemoryEventStore(systemClock);
  const decoder = new BreakingDecoder();
  const side = readSideOver(store, newFolder(), { decoder });
  running.push(side);
  const model = side.runner.register(tallyRows(decides ? { decides } : {}));
  await side.runner.begin();
  return { ...side, tallies: new Tallies(store), decoder, model };
}

describe('a poison event', () => {
  beforeEach(() => {
    Logger.overrideLogger(false);
  });
  afterEach(async () => {
    for (const side of running.splice(0)) await side.stop();
  });

  it('is passed by on screens and kept as a dead letter that quotes nothing; the revision of its row stays true', async () => {
    const { tallies, decoder, model, runner } = await world(false);
    await model.reached(await tallies.open('one'));
    decoder.broken = unreadable;
    const position = await tallies.raise('one', 5);
    await model.reached(position);
    decoder.broken = undefined;
    await model.reached(await tallies.close('one'));

    expect(await model.rows.selectFrom('tallies').select(['total', 'closed', 'revision']).execute()).toEqual([
      { total: 0, closed: 1, revision: 2 },
    ]);
    const letters = await runner.deadLetters();
    expect(letters).toMatchObject([{ projection: 'tallies', position, type: 'tally.raised' }]);
    expect(letters[0]?.error).toMatch(/^UnreadableEvent/);
    expect(JSON.stringify(letters)).not.toContain('anna');
  });

  it('takes no other event of its batch with it', async () => {
    const { tallies, model, runner } = await world(false);
    await tallies.open('one');
    await tallies.open('two');
    // A second row of the same name breaks the primary key: the handler throws, now and always.
    await tallies.raise('one', 1);
    await tallies.open('one');
    await model.reached(await tallies.raise('two', 2));

    expect(await model.rows.selectFrom('tallies').select('total').orderBy('tally').execute()).toEqual([{ total: 1 }, { total: 2 }]);
    expect(await runner.deadLetters()).toMatchObject([{ type: 'tally.opened' }]);
  });

  it('stops a look-up that decides, which refuses at once what lies behind it, and goes on when it is mended', async () => {
    const { tallies, decoder, model, runner } = await world(true);
    const before = await tallies.open('one');
    await model.reached(before);
    decoder.broken = unreadable;
    const position = await tallies.raise('one', 5);
    await expect(model.reached(position)).rejects.toThrow(ReadModelBehind);
    await eventually(
      async () => runner.status(),
      ([status]) => status?.state === 'stopped',
    );

    const asked = Date.now();
    await expect(model.reached(position)).rejects.toThrow(ReadModelBehind);
    expect(Date.now() - asked).toBeLessThan(1_000);
    await model.reached(before);
    expect(await model.rows.selectFrom('tallies').select('total').execute()).toEqual([{ total: 0 }]);

    decoder.broken = undefined;
    await eventually(
      async () => runner.status(),
      ([status]) => status?.state === 'live',
    );
    await model.reached(position);
    expect(await model.rows.selectFrom('tallies').select('total').execute()).toEqual([{ total: 5 }]);
    expect(await runner.deadLetters()).toEqual([]);
  });

  it('is none where the vault or the disk is out of order: that is tried again until it is over', async () => {
    const { tallies, decoder, model, runner } = await world(false);
    await model.reached(await tallies.open('one'));
    decoder.broken = new Error('the vault cannot be reached');
    const position = await tallies.raise('one', 5);
    await expect(model.reached(position, 100)).rejects.toThrow(ReadModelBehind);

    decoder.broken = undefined;
    await model.reached(position);
    expect(await runner.deadLetters()).toEqual([]);
    expect(await model.rows.selectFrom('tallies').select('total').execute()).toEqual([{ total: 5 }]);
  });
});
