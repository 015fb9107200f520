import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { readSideOver, systemClock } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { type TallyTables, tallyRows } from '#test/projections/tally-rows.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import type { ReadModel } from './projection.js';

const newFolder = temporaryFolders();

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('raise' as const), tally: fc.constantFrom('a', 'b', 'c'), by: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('close' as const), tally: fc.constantFrom('a', 'b', 'c') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('restart' as const, 'die' as const, 'rebuild' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A read side that is stopped, killed and started again over the same file. */
class Lives {
  readonly #life: ReturnType<typeof readSideOver>;
  readonly #model: ReadModel<TallyTables>;

  constructor(
    private readonly store: EventStore,
    private readonly folder = newFolder(),
  ) {
    this.#life = readSideOver(this.store, this.folder, { pace: { page: 3, batch: 2, inbox: 4, idleEvents: 5 } });
    this.#model = this.#life.runner.register(tallyRows());
  }

  begin() {
    return this.#life.runner.begin();
  }

  rebuild() {
    return this.#life.runner.rebuild('tallies');
  }

  async end(how: 'restart' | 'die'): Promise<Lives> {
    // A dead process commits nothing more: closing the database under the runner cuts it off in the middle of whatever it does.
    if (how === 'die') await this.#life.database.close();
    await this.#life.stop();
    const next = new Lives(this.store, this.folder);
    await next.begin();
    return next;
  }

  async rows(position: string) {
    await this.#model.reached(position);
    const rows = await this.#model.rows.selectFrom('tallies').selectAll().orderBy('tally').execute();
    await this.#life.stop();
    return rows;
  }
}

async function live(steps: readonly Step[], interrupted: boolean) {
  const store = new MemoryEventStore(systemClock);
  const tallies = new Tallies(store);
  let lives = new Lives(store);
  await lives.begin();
  for (const tally of ['a', 'b', 'c']) await tallies.open(tally);
  for (const each of steps) {
    if (each.does === 'raise') await tallies.raise(each.tally, each.by);
    else if (each.does === 'close') await tallies.close(each.tally);
    else if (interrupted) await (each.does === 'rebuild' ? lives.rebuild() : lives.end(each.does).then((next) => (lives = next)));
  }
  return lives.rows(await tallies.raise('a', 1));
}

describe('every event counts once', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });
  afterAll(() => {
    Logger.overrideLogger(['error']);
  });

  it('whatever is stopped, killed or rebuilt in between: the rows are those of one run from beginning to end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        expect(await live(steps, true)).toEqual(await live(steps, false));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
