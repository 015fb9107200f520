import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redirectAfter, redirectStateOf, type Redirect } from './redirect.js';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2026, 0, 1);
const at = (offset: number) => new Date(begin + offset);
const address = 'jobs@acme.example';

const started = (testId: string, offset: number) =>
  ({ type: 'RedirectTestStarted', data: { testId, address, startedAt: at(offset).toISOString() } }) as const;
const confirmed = (testId: string, offset: number) =>
  ({ type: 'RedirectConfirmed', data: { testId, address, confirmedAt: at(offset).toISOString() } }) as const;

function after(...events: Parameters<typeof redirectAfter>[1][]): Redirect {
  return events.reduce<Redirect>(redirectAfter, {});
}

describe('R22, R23, R24: the redirect', () => {
  it('is unverified until a token came back, however long ago it was sent', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 * day }), (passed) => {
        expect(redirectStateOf(after(), at(passed))).toBe('unverified');
        expect(redirectStateOf(after(started('one', 0)), at(passed))).toBe('unverified');
      }),
    );
  });

  it('is confirmed for 90 days after a token came back, and stale from then on', () => {
    const proven = after(started('one', 0), confirmed('one', hour));
    fc.assert(
      fc.property(fc.nat({ max: 1_000 * day }), (passed) => {
        expect(redirectStateOf(proven, at(hour + passed))).toBe(passed > 90 * day ? 'stale' : 'confirmed');
      }),
    );
  });

  it('is stale once a newer test is out for more than 24 hours, and confirmed again when its token comes back', () => {
    const open = after(started('one', 0), confirmed('one', hour), started('two', day));
    expect(redirectStateOf(open, at(2 * day))).toBe('confirmed');
    expect(redirectStateOf(open, at(2 * day + 1))).toBe('stale');
    expect(redirectStateOf(redirectAfter(open, confirmed('two', 3 * day)), at(4 * day))).toBe('confirmed');
  });

  it('stays confirmed where an older test comes back late, after the newer one began', () => {
    const late = after(started('one', 0), started('two', hour), confirmed('one', 2 * hour));
    expect(redirectStateOf(late, at(3 * day))).toBe('confirmed');
  });
});
