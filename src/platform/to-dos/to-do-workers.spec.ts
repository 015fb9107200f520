import { setTimeout as passed } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '#test/projections/read-side.js';
import { acme, Tallies } from '#test/projections/tallies.js';
import { forever, toDoServices } from '#test/projections/to-do-services.js';
import { eventually } from '#test/service/eventually.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import type { Task } from './to-do.js';

const newFolder = temporaryFolders();
const service = toDoServices();

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
