import { afterEach, describe, expect, it } from '@jest/globals';
import { accept } from '#kernel/decision.js';
import { Personal } from '#kernel/personal.js';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { ReadModelBehind } from '#platform/projections/projection.js';
import type { AddressAdded } from '../domain/candidate/events.js';
import { nameDigest } from './digests.js';
import { KnownPeople } from './known-people.js';
import { CandidateStreams } from './ports/candidate-streams.port.js';
import { CandidateAddressRows } from './ports/read-models.port.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

const companyId = companyIdOf('acme');

describe('the warning that somebody is known', () => {
  it('says that it could not be checked where the look-up is behind, because what was decided stays decided', async () => {
    const people = await PeopleApplication.start(newFolder());
    running.push(people);
    const rows = people.app.get<CandidateAddressRows>(CandidateAddressRows, { strict: false });
    const behind: CandidateAddressRows = { ...rows, reached: () => Promise.reject(new ReadModelBehind('behind')) };
    const known = new KnownPeople(behind, people.keys, people.app.get<CandidateStreams>(CandidateStreams, { strict: false }));
    expect(await known.warnings({ companyId, candidateId: 'c', addresses: ['a@home.example'], subsidiaries: undefined }, 'any')).toEqual([
      { warning: 'not-checked', candidateIds: [] },
    ]);
  });

  it('looks through histories from when both forms of an internationalised domain were two addresses', async () => {
    const people = await PeopleApplication.start(newFolder());
    running.push(people);
    await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
    const person = { name: 'Anna', addresses: ['anna@müller.example'], application: { job: 'Cook' } };
    const { candidateId } = (await people.post(`/companies/${companyId}/candidates`, person)).body;
    const streams = people.app.get<CandidateStreams>(CandidateStreams, { strict: false });
    const added = await streams.decide(candidateId, freshCause(companyId), ({ keyId }) =>
      accept<AddressAdded>({ type: 'AddressAdded', data: { address: Personal.under(keyId, 'anna@xn--mller-kva.example') } }),
    );
    const rows = people.app.get<CandidateAddressRows>(CandidateAddressRows, { strict: false });
    await expect(rows.reached(added.ok ? added.value.position : '')).resolves.toBeUndefined();
  });

  it('takes names for alike whatever their case, accents and spacing', async () => {
    const keys = new InMemoryDataKeys();
    const digest = (name: string) => nameDigest(keys, companyId, name);
    expect(await digest(' José  GARCÍA')).toBe(await digest('Jose Garcia'));
    expect(await digest('Jose Garcia')).not.toBe(await digest('Josef Garcia'));
    expect(await nameDigest(keys, companyIdOf('other'), 'Jose Garcia')).not.toBe(await digest('Jose Garcia'));
  });
});
