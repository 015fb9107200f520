import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOff } from './back-off.js';
import { Lanes } from './lanes.js';

const now = new Date('2026-03-01T12:00:00.000Z');
const past = '2026-03-01T11:00:00.000Z';

describe('lanes', () => {
  it('are served in turn: while others wait, none is served twice, however large it is', () => {
    const backlogs = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(backlogs, fc.integer({ min: 1, max: 4 }), (backlog, total) => {
        const lanes = new Lanes(1);
        const left = new Map(Object.entries(backlog));
        const served: string[] = [];
        while ([...left.values()].some((rows) => rows > 0)) {
          const due = [...left].filter(([, rows]) => rows > 0).map(([lane]) => ({ lane, takeableAt: past }));
          const turn = lanes
            .inTurn(
              due.sort((one, other) => (one.lane < other.lane ? -1 : 1)),
              now,
            )
            .slice(0, total);
          for (const lane of turn) {
            lanes.begun(lane);
            left.set(lane, (left.get(lane) ?? 0) - 1);
            served.push(lane);
          }
          for (const lane of turn) lanes.ended(lane);
        }
        for (const lane of left.keys()) {
          const waits = gaps(served, lane);
          expect(Math.max(0, ...waits)).toBeLessThan(left.size);
        }
      }),
    );
  });

  it('that are full are passed by, and do not set the alarm clock', () => {
    const lanes = new Lanes(1);
    const due = [
      { lane: 'a', takeableAt: past },
      { lane: 'b', takeableAt: '2026-03-01T13:00:00.000Z' },
    ];
    expect(lanes.inTurn(due, now)).toEqual(['a']);
    expect(lanes.nextAfter(due, now)).toEqual(new Date('2026-03-01T13:00:00.000Z'));
    lanes.begun('a');
    lanes.begun('b');
    expect(lanes.inTurn(due, now)).toEqual([]);
    expect(lanes.nextAfter(due, now)).toBeUndefined();
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
