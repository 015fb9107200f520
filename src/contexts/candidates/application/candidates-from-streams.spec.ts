import { afterEach, describe, expect, it } from '@jest/globals';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { Candidates } from '../public/candidates.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

const companyId = companyIdOf('acme');

async function acme() {
  const people = await PeopleApplication.start(newFolder());
  running.push(people);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  return { people, candidates: people.app.get<Candidates>(Candidates, { strict: false }) };
}

function landed<Value>(answer: { ok: true; value: Value } | { ok: false; refusal: object }): Value {
  if (answer.ok) return answer.value;
  throw new Error(JSON.stringify(answer.refusal));
}

describe('what other contexts may ask of the candidates', () => {
  it('S40: finds everybody with an address as soon as the position is reached', async () => {
    const { candidates } = await acme();
    const anna = landed(await candidates.register({ name: 'Anna', addresses: ['us@home.example'] }, freshCause(companyId)));
    const bert = landed(await candidates.register({ name: 'Bert', addresses: [] }, freshCause(companyId)));
    const taught = landed(await candidates.addAddress(bert.candidateId, 'US@home.example', freshCause(companyId)));

    const owners = await candidates.ownersOf(companyId, 'us@HOME.example', taught.position);
    expect(owners.map(({ name }) => name).sort()).toEqual(['Anna', 'Bert']);
    expect(await candidates.ownersOf(companyIdOf('other'), 'us@home.example', taught.position)).toEqual([]);
    expect(anna.warnings).toEqual([]);
  });

  it('P2: says since when an application is rejected or withdrawn, and nothing of one that was hired for', async () => {
    const { people, candidates } = await acme();
    const path = `/companies/${companyId}/candidates`;
    const made = landed(
      await candidates.register({ name: 'Anna', addresses: [], externalId: 'p-1', application: { job: 'Cook' } }, freshCause(companyId)),
    );
    const hired = await people.post(`${path}/external:p-1/applications`, { job: 'Baker' });
    await people.post(`${path}/external:p-1/applications/${hired.body.applicationId}/hire`);
    await people.post(`${path}/external:p-1/applications/${String(made.applicationId)}/withdraw`);
    expect(await candidates.resolveId(companyId, 'external:p-1')).toBe(made.candidateId);
    const facts = await candidates.candidate(companyId, made.candidateId);
    expect(facts?.applications).toEqual([
      { applicationId: made.applicationId, job: 'Cook', state: 'withdrawn', closedAt: expect.any(Date) },
      { applicationId: hired.body.applicationId, job: 'Baker', state: 'hired' },
    ]);
  });

  it('registers once under one command id', async () => {
    const { candidates } = await acme();
    const cause = freshCause(companyId);
    const person = { name: 'Anna', addresses: ['a@home.example'], application: { job: 'Cook', externalId: 'a-1' } };
    const first = await candidates.register(person, cause);
    expect(await candidates.register(person, cause)).toEqual(first);
  });

  it('tells a person whose key is destroyed as erased, and finds nobody by the address after a rebuild', async () => {
    const { people, candidates } = await acme();
    const anna = landed(await candidates.register({ name: 'Anna', addresses: ['a@home.example'] }, freshCause(companyId)));
    await people.keys.destroy(`candidate-${anna.candidateId}`);
    expect(await candidates.candidate(companyId, anna.candidateId)).toEqual({
      candidateId: anna.candidateId,
      addresses: [],
      applications: [],
    });
    const rebuilt = await PeopleApplication.start(newFolder(), { store: people.store, keys: people.keys });
    running.push(rebuilt);
    const again = rebuilt.app.get<Candidates>(Candidates, { strict: false });
    expect(await again.ownersOf(companyId, 'a@home.example', anna.position)).toEqual([]);
    expect((await rebuilt.get(`/companies/${companyId}/candidates?waitFor=${anna.position}`)).body.items).toMatchObject([{ name: null }]);
  });
});
