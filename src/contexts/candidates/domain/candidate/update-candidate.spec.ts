import { describe, it } from '@jest/globals';
import { Personal } from '#kernel/personal.js';
import { storyOf } from '#test/story.js';
import { candidate } from './candidate.js';
import type { AddressAdded, ApplicationOpened, CandidateChanged, CandidateRegistered } from './events.js';
import { updateCandidate } from './update-candidate.js';

const { given } = storyOf(candidate);
const personal = (value: string) => Personal.under('key-1', value);

const anna: CandidateRegistered = { type: 'CandidateRegistered', data: { keyId: 'key-1', name: personal('Anna') } };
const address = (text: string): AddressAdded => ({ type: 'AddressAdded', data: { address: personal(text) } });
const home = address('anna@home.example');
const cook: ApplicationOpened = { type: 'ApplicationOpened', data: { applicationId: 'a-1', job: 'Cook', subsidiaryId: 'north' } };
const rejected: CandidateChanged = { type: 'ApplicationRejected', data: { applicationId: 'a-1', at: '2026-03-01T12:00:00.000Z' } };
const again = { applicationId: 'a-2', job: 'Cook ', subsidiaryId: 'north' };
const asSaid = (more: object) => ({ addresses: ['anna@HOME.example'], ...more });

describe('somebody who is known', () => {
  it('gets the addresses and the application that are new', () => {
    given(anna, home, cook)
      .when((state) =>
        updateCandidate(state, asSaid({ addresses: ['b@b.example', 'B@b.example'], application: { ...again, job: 'Baker' } })),
      )
      .then(address('b@b.example'), { type: 'ApplicationOpened', data: { applicationId: 'a-2', job: 'Baker', subsidiaryId: 'north' } });
  });

  it('has an unnamed application with the same job, department and subsidiary already, open or not', () => {
    for (const standing of [[], [rejected]])
      given(anna, home, cook, ...standing)
        .when((state) => updateCandidate(state, asSaid({ application: again })))
        .then();
  });

  it.each([{ job: 'Baker' }, { department: 'Kitchen' }, { subsidiaryId: 'south' }])('gets an unnamed application with %j', (other) => {
    given(anna, home, cook)
      .when((state) => updateCandidate(state, asSaid({ application: { ...again, ...other } })))
      .then({ type: 'ApplicationOpened', data: { ...again, job: 'Cook', ...other } });
  });

  it('gets a named application beside one that is the same but for the name', () => {
    given(anna, home, cook)
      .when((state) => updateCandidate(state, asSaid({ application: { ...again, externalId: 'x-2' } })))
      .then({ type: 'ApplicationOpened', data: { ...again, job: 'Cook', externalId: personal('x-2') } });
  });

  it('gets nothing where one of the addresses is none', () => {
    given(anna, home)
      .when((state) => updateCandidate(state, asSaid({ addresses: ['new@home.example', 'none'], application: again })))
      .thenRefused('address-malformed', { field: 'addresses' });
  });

  it('gets nothing where the addresses become too many', () => {
    const nineteen = Array.from({ length: 19 }, (_, number) => address(`a-${String(number)}@home.example`));
    given(anna, ...nineteen)
      .when((state) => updateCandidate(state, asSaid({ addresses: ['b@home.example', 'c@home.example'] })))
      .thenRefused('too-many-addresses', { field: 'addresses', facts: { most: 20 } });
    given(anna, home, ...nineteen)
      .when((state) => updateCandidate(state, asSaid({})))
      .then();
  });

  it('gets nothing where the application has no job, or is one too many', () => {
    given(anna)
      .when((state) => updateCandidate(state, asSaid({ application: { applicationId: 'a', job: ' ' } })))
      .thenRefused('job-missing', { field: 'application.job' });
    const hundred = Array.from({ length: 100 }, (_, number): ApplicationOpened => ({
      ...cook,
      data: { applicationId: String(number), job: 'Cook' },
    }));
    given(anna, ...hundred)
      .when((state) => updateCandidate(state, asSaid({ application: again })))
      .thenRefused('too-many-applications', { facts: { most: 100 } });
  });
});
