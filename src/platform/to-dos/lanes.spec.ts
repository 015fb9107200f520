import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOff } from './back-off.js';
import { Lanes } from './lanes.js';
import type { Lane } from './owed-queue.js';

const now = new Date('2026-03-01T12:00:00.000Z');
const slowAfterMs = 5_000;
const past = '2026-03-01T11:00:00.000Z';

describe('lanes', () => {
  it('are served in turn: while others wait, none is served twice, however large it is', () => {
    const backlogs = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(backlogs, fc.integer({ min: 1, max: 4 }), (backlog, total) => {
        const lanes = new Lanes({ total: 6, perLane: 1 }, slowAfterMs);
        const left = new Map(Object.entries(backlog));
        const served: string[] = [];
        while ([...left.values()].some((rows) => rows > 0)) {
          const due = [...left].filter(([, rows]) => rows > 0).map(([lane]) => ({ lane, takeableAt: past }));
          const ordered = due.sort((one, other) => (one.lane < other.lane ? -1 : 1));
          const turn = [...lanes.inTurn(ordered, now)].slice(0, total);
          for (const lane of turn) {
            lanes.begun(lane, now);
            left.set(lane, (left.get(lane) ?? 0) - 1);
            served.push(lane);
          }
          for (const lane of turn) lanes.ended(lane, now, now);
        }
        for (const lane of left.keys()) {
          const waits = gaps(served, lane);
          expect(Math.max(0, ...waits)).toBeLessThan(left.size);
        }
      }),
    );
  });

  it('that are full are passed by, and do not set the alarm clock', () => {
    const lanes = new Lanes({ total: 6, perLane: 1 }, slowAfterMs);
    const due = [
      { lane: 'a', takeableAt: past },
      { lane: 'b', takeableAt: '2026-03-01T13:00:00.000Z' },
    ];
    expect([...lanes.inTurn(due, now)]).toEqual(['a']);
    expect(lanes.nextAfter(due, now)).toEqual(new Date('2026-03-01T13:00:00.000Z'));
    lanes.begun('a', now);
    lanes.begun('b', now);
    expect([...lanes.inTurn(due, now)]).toEqual([]);
    expect(lanes.nextAfter(due, now)).toBeUndefined();
  });

  it('that are slow leave places to the others, however many they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 7 }), (stalling, slow) => {
        const lanes = new Lanes({ total: 8, perLane: 1, slow }, slowAfterMs);
        const all = [...Array.from({ length: stalling }, (_, index) => `s${index}`), 'x'].sort();
        const due = all.map((lane) => ({ lane, takeableAt: past }));
        const timeouts = all.filter((lane) => lane !== 'x').map((lane) => ({ lane, begun: later(0) }));
        for (const { lane, begun } of timeouts) lanes.begun(lane, begun);
        for (const { lane, begun } of timeouts) lanes.ended(lane, begun, later(slowAfterMs + 1));

        const begun = takeAllIn(lanes, due, later(slowAfterMs + 1));
        expect(begun).toContain('x');
        expect(begun).toHaveLength(1 + Math.min(stalling, slow));
      }),
    );
  });

  it('whose work lasts long give their places up where that is said, and not without end', () => {
    const lanes = new Lanes({ total: 2, perLane: 1, withLong: 5 }, slowAfterMs);
    for (const lane of ['a', 'b']) lanes.begun(lane, later(0));
    expect(lanes.hasPlace(later(slowAfterMs))).toBe(false);
    expect(lanes.hasPlace(later(slowAfterMs + 1))).toBe(true);
    for (const lane of ['c', 'd']) lanes.begun(lane, later(slowAfterMs + 1));
    expect(lanes.hasPlace(later(slowAfterMs + 1))).toBe(false);
    expect(lanes.hasPlace(later(9 * slowAfterMs))).toBe(true);
    lanes.begun('e', later(9 * slowAfterMs));
    expect(lanes.hasPlace(later(99 * slowAfterMs))).toBe(false);

    const keeping = new Lanes({ total: 2, perLane: 1 }, slowAfterMs);
    for (const lane of ['a', 'b']) keeping.begun(lane, later(0));
    expect(keeping.hasPlace(later(9 * slowAfterMs))).toBe(false);
  });

  it('that are slow take their turns, however often a quick one is served', () => {
    const lanes = new Lanes({ total: 2, perLane: 1, slow: 1 }, slowAfterMs);
    const due = ['a', 'm', 'n', 'z'].map((lane) => ({ lane, takeableAt: past }));
    const served = new Map<string, number>();
    for (let round = 0; round < 60; round++) {
      const at = later(round * 2 * slowAfterMs);
      const begun = takeAllIn(lanes, due, at).slice(0, 4);
      for (const lane of begun) {
        served.set(lane, (served.get(lane) ?? 0) + 1);
        lanes.ended(lane, at, lane === 'm' ? at : new Date(at.getTime() + slowAfterMs + 1));
      }
    }
    for (const lane of ['a', 'n', 'z']) expect(served.get(lane)).toBeGreaterThanOrEqual(19);
    expect(served.get('m')).toBe(60);
  });

  it('are slow while their work lasts too long, and until work of theirs took less', () => {
    const lanes = new Lanes({ total: 4, perLane: 1, slow: 1 }, slowAfterMs);
    const due = ['a', 'b'].map((lane) => ({ lane, takeableAt: past }));
    lanes.begun('a', later(0));
    expect(takeAllIn(lanes, due, later(slowAfterMs))).toEqual(['b']); // Nobody is slow yet.
    lanes.ended('b', later(slowAfterMs), later(slowAfterMs));

    const b = later(slowAfterMs);
    lanes.begun('b', b);
    lanes.ended('b', b, later(2 * slowAfterMs + 1)); // Slow, as `a` is that still works.
    expect(takeAllIn(lanes, due, later(2 * slowAfterMs + 1))).toEqual([]);
    expect(lanes.nextAfter([{ lane: 'b', takeableAt: later(3 * slowAfterMs).toISOString() }], later(2 * slowAfterMs + 1))).toBeUndefined();

    // Work that was only put off says nothing of the server.
    const putOff = later(3 * slowAfterMs);
    lanes.ended('a', later(0), putOff);
    lanes.begun('b', putOff);
    lanes.ended('b', putOff, putOff, false);
    expect(takeAllIn(lanes, due, putOff)).toHaveLength(1);

    const quick = new Lanes({ total: 4, perLane: 1, slow: 1 }, slowAfterMs);
    for (const lane of ['a', 'b']) {
      quick.begun(lane, now);
      quick.ended(lane, now, later(slowAfterMs + 1));
      quick.begun(lane, now);
      quick.ended(lane, now, now);
    }
    expect(takeAllIn(quick, due, now)).toEqual(['a', 'b']);
  });
});

describe('the back-off', () => {
  it('doubles from a second to five minutes and is never shorter than that', () => {
    expect([1, 2, 3, 9, 10, 400].map((attempt) => backOff(attempt, 0))).toEqual([1_000, 2_000, 4_000, 256_000, 300_000, 300_000]);
    expect(backOff(1, 1)).toBe(1_250);
  });
});

/** How many others were served between two turns of the lane, and before the first. */
function gaps(served: readonly string[], lane: string): readonly number[] {
  const turns = served.flatMap((each, index) => (each === lane ? [index] : []));
  return turns.map((turn, index) => turn - (turns[index - 1] ?? -1) - 1);
}

const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

/** Begins work in each lane whose turn comes, as the worker does. */
function takeAllIn(lanes: Lanes, due: readonly Lane[], at: Date): readonly string[] {
  const begun: string[] = [];
  for (const lane of lanes.inTurn(due, at)) {
    lanes.begun(lane, at);
    begun.push(lane);
  }
  return begun;
}
