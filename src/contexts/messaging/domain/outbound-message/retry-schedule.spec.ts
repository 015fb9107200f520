import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { givingUpAfter, nextTry } from './retry-schedule.js';

const minutes = (date: Date, since: Date) => (date.getTime() - since.getTime()) / 60_000;
const start = new Date('2026-03-02T08:00:00.000Z');

describe('the retry schedule', () => {
  it('waits 1, 5, 15 and 60 minutes, then 4 hours each time', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((failures) => {
      const next = nextTry(failures, start, start);
      return next === 'give-up' ? next : minutes(next, start);
    });
    expect(waits).toEqual([1, 5, 15, 60, 240, 240]);
  });

  it('is monotone and ends in giving up 5 days after the first failure, however long each try takes', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
        fc.array(fc.nat(600_000), { minLength: 1 }),
        (firstAt, lasts) => {
          let now = firstAt;
          for (let failures = 1; failures < 60; failures++) {
            const next = nextTry(failures, firstAt, now);
            if (next === 'give-up') return now.getTime() - firstAt.getTime() >= givingUpAfter;
            expect(next.getTime()).toBeGreaterThan(now.getTime());
            expect(next.getTime() - firstAt.getTime()).toBeLessThanOrEqual(givingUpAfter);
            now = new Date(next.getTime() + (lasts[failures % lasts.length] ?? 0));
          }
          return false;
        },
      ),
    );
  });
});
