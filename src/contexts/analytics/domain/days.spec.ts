import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, daysAsked } from './days.js';

describe('days asked for', () => {
  it('are one day or a year', () => {
    expect(daysAsked('2028-02-29', '2028-02-29')).toMatchObject({ ok: true });
    expect(daysAsked('2028-01-01', '2028-12-31')).toMatchObject({ ok: true });
  });

  it.each([
    ['2027-02-29', '2027-03-01', 'no-such-day', 'from'],
    ['2027-01-01', '2027-13-01', 'no-such-day', 'to'],
    ['1 May', '2027-01-01', 'no-such-day', 'from'],
    ['2027-01-01T00:00:00Z', '2027-01-02', 'no-such-day', 'from'],
    ['2027-01-02', '2027-01-01', 'days-in-reverse', 'to'],
    ['2027-01-01', '2028-01-02', 'too-many-days', 'to'],
  ])('from %s to %s are refused: %s', (from, to, reason, field) => {
    expect(daysAsked(from, to)).toMatchObject({ ok: false, refusal: { reason, field } });
  });

  it('are taken in every form that a calendar has', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
        expect(daysAsked(dayOf(date), dayOf(date))).toMatchObject({ ok: true });
      }),
    );
  });
});
