import { afterEach, describe, expect, it } from '@jest/globals';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { ReadModelBehind } from '#platform/projections/projection.js';
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

  it('takes names for alike whatever their case, accents and spacing', async () => {
    const keys = new InMemoryDataKeys();
    const digest = (name: string) => nameDigest(keys, companyId, name);
    expect(await digest(' José  GARCÍA')).toBe(await digest('Jose Garcia'));
    expect(await digest('Jose Garcia')).not.toBe(await digest('Josef Garcia'));
    expect(await nameDigest(keys, companyIdOf('other'), 'Jose Garcia')).not.toBe(await digest('Jose Garcia'));
  });
});
