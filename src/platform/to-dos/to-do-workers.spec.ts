import { setTimeout as passed } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSideOver, systemClock } from '#test/projections/read-side.js';
import { acme, Tallies } from '#test/projections/tallies.js';
import { talliesToClose } from '#test/projections/tallies-to-close.js';
import { eventually } from '#test/service/eventually.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import type { Task } from './to-do.js';
import { ToDoWorkers, usualWorkPace } from './to-do-workers.js';
import type { WorkPace } from './work-pace.js';

const newFolder = temporaryFolders();
const running: { stop(): Promise<void> }[] = [];
const quick: WorkPace = { ...usualWorkPace, pollMs: 50, shutdownMs: 200, backOff: () => 10 };

/** A service with one to-do, over a folder in which an earlier one left its rows. */
async function service(
  store: MemoryEventStore,
  folder: string,
  work: (task: Task) => Promise<void | 'done' | { readonly again: Date }>,
  changed: { pace?: Partial<WorkPace>; toDo?: Parameters<typeof talliesToClose>[1]; gate?: Promise<unknown> } = {},
) {
  const side = readSideOver(store, folder);
  const toDos = new ToDoWorkers(side.runner, side.database, systemClock, { ...quick, ...changed.pace });
  toDos.register(talliesToClose(work, changed.toDo));
  if (changed.gate !== undefined) toDos.openWhen(changed.gate);
  await side.runner.begin();
  const begun = toDos.begin();
  const stop = async () => {
    await toDos.stop();
    await side.stop();
  };
  const rebuild = () => side.runner.rebuild('tallies_to_close');
  const service = { toDos, begun, rebuild, stop, dies: side.stop };
  running.push(service);
  return service;
}

const forever = new Promise<never>(() => undefined);

beforeEach(() => {
  Logger.overrideLogger(false);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop().catch(() => undefined);
});

describe('work that is owed', () => {
  it('is done once for each stream, and its events close it', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const done: string[] = [];
    const { toDos } = await service(store, newFolder(), async ({ streamId }) => {
      done.push(streamId);
      await tallies.close(streamId);
    });

    for (const tally of ['one', 'two', 'three']) await tallies.open(tally, tally);

    await eventually(
      async () => toDos.status(),
      ([status]) => done.length === 3 && status?.due === 0 && status.running === 0,
    );
    expect(done.sort()).toEqual(['one', 'three', 'two']);
  });

  it('waits where an event says so, and changes nothing where one is ignored', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const tasks: Task[] = [];
    const { toDos } = await service(store, newFolder(), async (task) => {
      tasks.push(task);
    });
    await tallies.open('one', 'nobody');
    await tallies.raise('one', 0);
    await eventually(
      async () => toDos.status(),
      ([status]) => status?.waiting === 1,
    );
    expect(tasks).toEqual([]);

    await tallies.raise('one', 1);
    await eventually(
      async () => tasks,
      ({ length }) => length > 0,
    );
    expect(tasks[0]).toMatchObject({ companyId: acme, streamId: 'one', attempt: 1 });
  });

  it('comes back after a failure, each attempt counted, and anew after an event', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const attempts: number[] = [];
    await service(store, newFolder(), async ({ attempt }) => {
      attempts.push(attempt);
      if (attempts.length === 3) await tallies.raise('one', 1);
      throw new Error('no');
    });
    await tallies.open('one');

    await eventually(
      async () => attempts,
      ({ length }) => length >= 5,
    );
    expect(attempts.slice(0, 5)).toEqual([1, 2, 3, 1, 2]);
  });

  it('is over where it says so, although no event will close it', async () => {
    const store = new MemoryEventStore(systemClock);
    let times = 0;
    const { toDos } = await service(store, newFolder(), async () => {
      times += 1;
      return 'done';
    });
    await new Tallies(store).open('one');

    await eventually(
      () => toDos.status(),
      ([status]) => times > 0 && status?.due === 0 && status.running === 0,
    );
    await passed(100);
    expect(times).toBe(1);
  });

  it('is asked again at the time it named itself', async () => {
    const store = new MemoryEventStore(systemClock);
    const times: number[] = [];
    await service(
      store,
      newFolder(),
      async () => {
        times.push(Date.now());
        return { again: new Date(Date.now() + 120) };
      },
      { pace: { pollMs: 10_000 } },
    );
    await new Tallies(store).open('one');

    await eventually(
      async () => times,
      ({ length }) => length >= 3,
    );
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(118);
  });

  it('S27: counts an attempt before it begins, so that work that kills the process is counted too', async () => {
    const store = new MemoryEventStore(systemClock);
    const folder = newFolder();
    await new Tallies(store).open('one');
    const seen: number[] = [];
    for (let life = 1; life <= 3; life += 1) {
      const one = await service(store, folder, async ({ attempt }) => {
        seen.push(attempt);
        await forever;
      });
      await eventually(
        async () => seen,
        ({ length }) => length === life,
      );
      await one.dies();
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('is not counted where it left because the service was shut down', async () => {
    const store = new MemoryEventStore(systemClock);
    const folder = newFolder();
    await new Tallies(store).open('one');
    const seen: number[] = [];
    for (let life = 1; life <= 2; life += 1) {
      const one = await service(store, folder, async ({ attempt, signal }) => {
        seen.push(attempt);
        await passed(60_000, undefined, { signal });
      });
      await eventually(
        async () => seen,
        ({ length }) => length === life,
      );
      await one.stop();
    }
    expect(seen).toEqual([1, 1]);
  });

  it('is taken over where its lease has run out, and only then', async () => {
    const store = new MemoryEventStore(systemClock);
    const folder = newFolder();
    await new Tallies(store).open('one');
    const begun: number[] = [];
    const work = async () => {
      begun.push(Date.now());
      await forever;
    };
    const pace = { leaseMs: 400, soleWorker: false };
    const first = await service(store, folder, work, { pace });
    await eventually(
      async () => begun,
      ({ length }) => length === 1,
    );
    await first.dies();
    await service(store, folder, work, { pace });

    await eventually(
      async () => begun,
      ({ length }) => length === 2,
    );
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeGreaterThanOrEqual(390);
  });

  it('is not begun a second time beside itself, however often events make it due', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    let now = 0;
    let most = 0;
    let runs = 0;
    await service(
      store,
      newFolder(),
      async () => {
        most = Math.max(most, ++now);
        runs += 1;
        await passed(60);
        now -= 1;
      },
      { pace: { leaseMs: 90 }, toDo: { concurrency: { total: 8, perLane: 8 } } },
    );
    await tallies.open('one');
    for (let by = 1; by <= 10; by += 1) {
      await tallies.raise('one', 1);
      await passed(20);
    }
    await eventually(
      async () => runs,
      (count) => count >= 3,
    );
    expect(most).toBe(1);
  });

  it('is not begun beside itself, and keeps its attempts, where its rows are built anew meanwhile', async () => {
    const store = new MemoryEventStore(systemClock);
    const attempts = new Map<string, number[]>();
    const { rebuild } = await service(
      store,
      newFolder(),
      async ({ streamId, attempt }) => {
        attempts.set(streamId, [...(attempts.get(streamId) ?? []), attempt]);
        if (streamId === 'one') await forever;
        throw new Error('no');
      },
      { pace: { leaseMs: 60_000, pollMs: 20, backOff: () => 60_000 }, toDo: { concurrency: { total: 8, perLane: 8 } } },
    );
    const tallies = new Tallies(store);
    await tallies.open('one');
    await tallies.open('two');
    await eventually(
      async () => attempts,
      ({ size }) => size === 2,
    );
    await passed(100);

    await rebuild();
    await tallies.open('three');
    await eventually(
      async () => attempts,
      ({ size }) => size === 3,
    );
    await passed(100);
    expect(Object.fromEntries(attempts)).toEqual({ one: [1], two: [1], three: [1] });
  });

  it('of one lane that hangs delays no other lane', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const done: string[] = [];
    await service(store, newFolder(), async ({ streamId, lane }) => {
      if (lane === 'slow') await forever;
      await tallies.close(streamId);
      done.push(streamId);
    });
    for (let tally = 0; tally < 20; tally += 1) await tallies.open(`s${tally}`, 'slow');
    for (let tally = 0; tally < 5; tally += 1) await tallies.open(`q${tally}`, 'quick');

    await eventually(
      async () => done,
      ({ length }) => length === 5,
    );
  });

  it('of more slow lanes than there are places delays no other lane', async () => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const stalled = new Set<string>();
    const done: string[] = [];
    await service(
      store,
      newFolder(),
      async ({ streamId, lane }) => {
        if (lane === 'quick') {
          await tallies.close(streamId);
          done.push(streamId);
          return;
        }
        if (stalled.has(lane)) await forever;
        await passed(100);
        stalled.add(lane);
        throw new Error('timed out');
      },
      { pace: { slowAfterMs: 40 }, toDo: { concurrency: { total: 4, perLane: 1, slow: 2 } } },
    );
    for (let lane = 0; lane < 9; lane += 1) await tallies.open(`s${lane}`, `slow ${lane}`);
    await eventually(
      async () => stalled,
      ({ size }) => size === 9,
    );

    for (let tally = 0; tally < 5; tally += 1) await tallies.open(`q${tally}`, 'quick');
    await eventually(
      async () => done,
      ({ length }) => length === 5,
    );
  });

  it('begins when the gate is open, and not before', async () => {
    const store = new MemoryEventStore(systemClock);
    const gate = Promise.withResolvers<void>();
    const done: string[] = [];
    await service(
      store,
      newFolder(),
      async ({ streamId }) => {
        done.push(streamId);
      },
      { gate: gate.promise },
    );
    await new Tallies(store).open('one');
    await passed(150);
    expect(done).toEqual([]);

    gate.resolve();
    await eventually(
      async () => done,
      ({ length }) => length > 0,
    );
  });
});
