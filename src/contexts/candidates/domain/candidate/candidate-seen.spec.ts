import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allow } from '#kernel/decision.js';
import { Personal } from '#kernel/personal.js';
import { candidate, type Candidate } from './candidate.js';
import { candidateSeen, whereSeen } from './candidate-seen.js';
import { rejectApplication } from './reject-application.js';

const subsidiary = fc.constantFrom('north', 'south', 'east');

function personAt(places: readonly (string | undefined)[]): Candidate {
  const begun = candidate.create({ type: 'CandidateRegistered', data: { keyId: 'k', name: Personal.under('k', 'Anna') } });
  return places.reduce((state, subsidiaryId, index) => {
    const data = { applicationId: `a-${String(index)}`, job: 'Cook', ...(subsidiaryId === undefined ? {} : { subsidiaryId }) };
    return candidate.evolve(state, { type: 'ApplicationOpened', data });
  }, begun);
}

describe('what a token limited to subsidiaries sees of a person', () => {
  it('is the applications at these, and nobody without one', () => {
    fc.assert(
      fc.property(fc.array(fc.option(subsidiary, { nil: undefined }), { maxLength: 6 }), fc.uniqueArray(subsidiary), (places, limit) => {
        const theirs = places.filter((place) => place !== undefined && limit.includes(place));
        const seen = candidateSeen(limit, personAt(places));
        expect(seen?.applications.map(({ subsidiaryId }) => subsidiaryId)).toEqual(theirs.length === 0 ? undefined : theirs);
        expect(whereSeen(limit, () => allow('done'))(personAt(places)).ok).toBe(theirs.length > 0);
      }),
    );
  });

  it('is everything without a limit', () => {
    const anna = personAt([undefined, 'north']);
    expect(candidateSeen(undefined, anna)).toBe(anna);
    expect(candidateSeen(undefined, personAt([]))?.applications).toEqual([]);
  });

  it('leaves an application elsewhere out of its reach', () => {
    const rule = whereSeen(['north'], (seen) => rejectApplication(seen, 'a-1', new Date()));
    expect(rule(personAt(['north', 'south']))).toMatchObject({ ok: false, refusal: { reason: 'application-not-found' } });
    expect(rule(personAt(['south', 'north']))).toMatchObject({ ok: true });
  });
});
