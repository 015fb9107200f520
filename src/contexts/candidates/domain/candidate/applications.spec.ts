import { describe, expect, it } from '@jest/globals';
import { Personal } from '#kernel/personal.js';
import { storyOf } from '#test/story.js';
import { candidate } from './candidate.js';
import type { ApplicationOpened, CandidateChanged, CandidateRegistered } from './events.js';
import { hireCandidate } from './hire-candidate.js';
import { openApplication } from './open-application.js';
import { rejectApplication } from './reject-application.js';
import { reopenApplication } from './reopen-application.js';
import { withdrawApplication } from './withdraw-application.js';

const { given } = storyOf(candidate);
const now = new Date('2026-03-01T12:00:00.000Z');
const at = now.toISOString();

const anna: CandidateRegistered = { type: 'CandidateRegistered', data: { keyId: 'key-1', name: Personal.under('key-1', 'Anna') } };
const cook: ApplicationOpened = { type: 'ApplicationOpened', data: { applicationId: 'a-1', job: 'Cook', subsidiaryId: 'north' } };
const rejected: CandidateChanged = { type: 'ApplicationRejected', data: { applicationId: 'a-1', at } };
const withdrawn: CandidateChanged = { type: 'ApplicationWithdrawn', data: { applicationId: 'a-1', at } };
const hired: CandidateChanged = { type: 'ApplicationHired', data: { applicationId: 'a-1', at } };

describe('opening an application', () => {
  it('names job, department and subsidiary, and keeps the platform’s id as personal data', () => {
    given(anna)
      .when((state) =>
        openApplication(state, { applicationId: 'a-1', job: ' Cook ', department: 'Kitchen', subsidiaryId: 'north', externalId: 'x' }),
      )
      .then({
        type: 'ApplicationOpened',
        data: {
          applicationId: 'a-1',
          job: 'Cook',
          department: 'Kitchen',
          subsidiaryId: 'north',
          externalId: Personal.under('key-1', 'x'),
        },
      });
  });

  it('S31: the same person may apply at two subsidiaries', () => {
    given(anna, cook)
      .when((state) => openApplication(state, { applicationId: 'a-2', job: 'Cook', subsidiaryId: 'south' }))
      .then({ type: 'ApplicationOpened', data: { applicationId: 'a-2', job: 'Cook', subsidiaryId: 'south' } });
  });

  it('P4: applying again after a rejection is a new application', () => {
    given(anna, cook, rejected)
      .when((state) => openApplication(state, { applicationId: 'a-2', job: 'Cook', subsidiaryId: 'north' }))
      .then({ type: 'ApplicationOpened', data: { applicationId: 'a-2', job: 'Cook', subsidiaryId: 'north' } });
  });

  it('is done once for the same application', () => {
    given(anna, cook)
      .when((state) => openApplication(state, { applicationId: 'a-1', job: 'Cook' }))
      .then();
  });

  it('wants a job, and keeps the stream short', () => {
    given(anna)
      .when((state) => openApplication(state, { applicationId: 'a-1', job: ' ' }))
      .thenRefused('job-missing', { field: 'job' });
    const hundred = Array.from({ length: 100 }, (_, index): ApplicationOpened => {
      return { type: 'ApplicationOpened', data: { applicationId: `b-${index}`, job: 'Cook' } };
    });
    given(anna, ...hundred)
      .when((state) => openApplication(state, { applicationId: 'a-1', job: 'Cook' }))
      .thenRefused('too-many-applications', { facts: { most: 100 } });
  });
});

describe.each([
  ['rejecting', rejectApplication, rejected, withdrawn, 'withdrawn'],
  ['withdrawing', withdrawApplication, withdrawn, hired, 'hired'],
  ['hiring for', hireCandidate, hired, rejected, 'rejected'],
] as const)('%s an application', (_, rule, fact, otherEnd, standing) => {
  it('P2: says since when', () => {
    given(anna, cook)
      .when((state) => rule(state, 'a-1', now))
      .then(fact);
  });

  it('is recorded once', () => {
    given(anna, cook, fact)
      .when((state) => rule(state, 'a-1', new Date()))
      .then();
  });

  it('is refused for one with another end, until it is reopened', () => {
    given(anna, cook, otherEnd)
      .when((state) => rule(state, 'a-1', now))
      .thenRefused('application-not-open', { facts: { standing } });
    given(anna, cook, otherEnd, { type: 'ApplicationReopened', data: { applicationId: 'a-1' } })
      .when((state) => rule(state, 'a-1', now))
      .then(fact);
  });

  it('is refused for one that the candidate does not have', () => {
    given(anna, cook)
      .when((state) => rule(state, 'a-9', now))
      .thenRefused('application-not-found');
  });
});

describe('reopening an application', () => {
  it('takes an end back', () => {
    given(anna, cook, rejected)
      .when((state) => reopenApplication(state, 'a-1'))
      .then({ type: 'ApplicationReopened', data: { applicationId: 'a-1' } });
  });

  it('changes nothing about an open one, and refuses one that is not there', () => {
    given(anna, cook)
      .when((state) => reopenApplication(state, 'a-1'))
      .then();
    given(anna)
      .when((state) => reopenApplication(state, 'a-1'))
      .thenRefused('application-not-found');
  });

  it('leaves the other applications as they are', () => {
    const other: ApplicationOpened = { type: 'ApplicationOpened', data: { applicationId: 'a-2', job: 'Baker' } };
    const history: readonly CandidateChanged[] = [cook, other, rejected];
    const state = history.reduce((before, event) => candidate.evolve(before, event), candidate.create(anna));
    expect(state.applications.map(({ standing }) => standing)).toEqual([{ is: 'rejected', since: at }, { is: 'open' }]);
  });
});
