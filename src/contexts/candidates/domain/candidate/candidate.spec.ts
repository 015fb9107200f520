import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Personal } from '#kernel/personal.js';
import { storyOf } from '#test/story.js';
import { addAddress } from './add-address.js';
import { candidate, hasAddress } from './candidate.js';
import type { AddressAdded, CandidateRegistered } from './events.js';
import { registerCandidate } from './register-candidate.js';
import { removeAddress } from './remove-address.js';

const { given } = storyOf(candidate);
const personal = (value: string) => Personal.under('key-1', value);

const anna: CandidateRegistered = { type: 'CandidateRegistered', data: { keyId: 'key-1', name: personal('Anna Beispiel') } };
const home: AddressAdded = { type: 'AddressAdded', data: { address: personal('Anna@home.example') } };

describe('registering a candidate', () => {
  it('keeps name and addresses as personal data under the person’s own key, each address once', () => {
    const person = { name: ' Anna Beispiel', addresses: ['Anna@home.example', 'anna@HOME.example '] };
    expect(registerCandidate('key-1', person)).toEqual({ ok: true, value: [anna, home] });
  });

  it('P4: opens the first application in the same step', () => {
    const application = { applicationId: 'a-1', job: 'Cook', externalId: 'x-1' };
    const answer = registerCandidate('key-1', { name: 'Anna Beispiel', addresses: [], externalId: 'p-1', application });
    expect(answer).toEqual({
      ok: true,
      value: [
        { type: 'CandidateRegistered', data: { keyId: 'key-1', name: personal('Anna Beispiel'), externalId: personal('p-1') } },
        { type: 'ApplicationOpened', data: { applicationId: 'a-1', job: 'Cook', externalId: personal('x-1') } },
      ],
    });
  });

  it.each([
    [{ name: ' ', addresses: [] }, 'name-missing', 'name'],
    [{ name: 'A', addresses: ['anna'] }, 'address-malformed', 'addresses'],
    [{ name: 'A', addresses: [], application: { applicationId: 'a', job: ' ' } }, 'job-missing', 'application.job'],
  ])('refuses %j', (person, reason, field) => {
    expect(registerCandidate('key-1', person)).toEqual({ ok: false, refusal: { reason, field } });
  });

  it('refuses more addresses than a person has', () => {
    const addresses = Array.from({ length: 21 }, (_, index) => `a${index}@home.example`);
    expect(registerCandidate('key-1', { name: 'A', addresses })).toMatchObject({ ok: false, refusal: { reason: 'too-many-addresses' } });
  });
});

describe('the addresses of a candidate', () => {
  it('S40: can be several', () => {
    given(anna, home)
      .when((state) => addAddress(state, 'anna@work.example'))
      .then({ type: 'AddressAdded', data: { address: personal('anna@work.example') } });
  });

  it('are known however their letters are cased and their characters composed', () => {
    const local = fc.stringMatching(/^[a-zäöü0-9]{1,12}$/);
    const disguise = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
      (text: string) => ` ${text} `,
    );
    fc.assert(
      fc.property(local, disguise, (name, disguised) => {
        const address = `${name}@home.example`;
        const state = candidate.evolve(candidate.create(anna), { type: 'AddressAdded', data: { address: personal(address) } });
        expect(hasAddress(state, disguised(address))).toBe(true);
        expect(hasAddress(state, `x${address}`)).toBe(false);
      }),
    );
  });

  it('are added once', () => {
    given(anna, home)
      .when((state) => addAddress(state, 'ANNA@home.example'))
      .then();
  });

  it('are refused where they are none', () => {
    given(anna)
      .when((state) => addAddress(state, 'anna at home'))
      .thenRefused('address-malformed', { field: 'address' });
  });

  it('end at twenty', () => {
    const twenty = Array.from({ length: 20 }, (_, index): AddressAdded => {
      return { type: 'AddressAdded', data: { address: personal(`a${index}@home.example`) } };
    });
    given(anna, ...twenty)
      .when((state) => addAddress(state, 'one-more@home.example'))
      .thenRefused('too-many-addresses', { field: 'address', facts: { most: 20 } });
  });

  it('are removed in whatever form they are named', () => {
    given(anna, home)
      .when((state) => removeAddress(state, 'anna@home.example'))
      .then({ type: 'AddressRemoved', data: { address: personal('Anna@home.example') } });
    given(anna, home, { type: 'AddressRemoved', data: { address: personal('Anna@home.example') } })
      .when((state) => removeAddress(state, 'anna@home.example'))
      .thenRefused('address-not-found', { field: 'address' });
  });

  it('are gone from a state whose key was destroyed', () => {
    const state = candidate.evolve(candidate.create(anna), { type: 'AddressAdded', data: { address: Personal.erased('key-1') } });
    expect(state.addresses).toEqual([]);
  });
});
