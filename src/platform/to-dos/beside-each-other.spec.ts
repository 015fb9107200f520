import { setTimeout as passed } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { forever, toDoServices } from '#test/projections/to-do-services.js';
import { eventually } from '#test/service/eventually.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import type { Task } from './to-do.js';

const newFolder = temporaryFolders();
const service = toDoServices();

describe('work beside other work', () => {
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

  it.each([
    ['slow lanes', 9, 'once it was seen that they are', 'times out'],
    ['newly stalled lanes', 12, 'longer than it takes to see them stall', 'stalls'],
  ] as const)('of more %s than there are places (%i) delays no other lane %s', async (_, many, __, first) => {
    const store = new MemoryEventStore(systemClock);
    const tallies = new Tallies(store);
    const asked = new Set<string>();
    const done: string[] = [];
    const work = async ({ streamId, lane }: Task) => {
      if (lane === 'quick') {
        await tallies.close(streamId);
        done.push(streamId);
        return;
      }
      if (asked.has(lane) || first === 'stalls') {
        asked.add(lane);
        await forever;
      }
      await passed(100);
      asked.add(lane);
      throw new Error('timed out');
    };
    await service(store, newFolder(), work, {
      pace: { slowAfterMs: 40 },
      toDo: { concurrency: { total: 4, perLane: 1, withLong: 20, slow: 2 } },
    });
    for (let lane = 0; lane < many; lane += 1) await tallies.open(`s${lane}`, `slow ${lane}`);
    await eventually(
      async () => asked,
      ({ size }) => size === many,
    );

    for (let tally = 0; tally < 5; tally += 1) await tallies.open(`q${tally}`, 'quick');
    await eventually(
      async () => done,
      ({ length }) => length === 5,
    );
  });
});
