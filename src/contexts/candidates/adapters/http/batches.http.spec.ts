import { afterEach, describe, expect, it } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];
const company = `/companies/${companyIdOf('acme')}`;

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

async function acme(): Promise<PeopleApplication> {
  const people = await PeopleApplication.start(newFolder());
  running.push(people);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  return people;
}

const person = (number: number, more: object = {}) => ({
  externalId: `applicant-${number}`,
  name: `Anna ${number}`,
  addresses: [`anna-${number}@home.example`],
  ...more,
});

const results = (answer: { readonly body: Readonly<Record<string, unknown>> }) => answer.body['results'];

describe('a batch of candidates', () => {
  it('of a thousand is taken, each with a result of its own, and repeated under its key it answers as the first time', async () => {
    const people = await acme();
    const items = Array.from({ length: 1_000 }, (_, number) => person(number));
    const first = await people.post(`${company}/candidates/batch`, { items }, { key: 'import-1' });
    expect(first.status).toBe(200);
    expect(results(first)).toHaveLength(1_000);
    expect(new Set((results(first) as { result: string }[]).map(({ result }) => result))).toEqual(new Set(['created']));
    const again = await people.post(`${company}/candidates/batch`, { items }, { key: 'import-1' });
    expect(results(again)).toEqual(results(first));
  }, 60_000);

  it('S32: makes nobody twice under another key, and brings addresses and applications up to date', async () => {
    const people = await acme();
    await people.post(`${company}/candidates/batch`, { items: [person(1), person(2)] });
    const items = [
      person(1),
      person(2, { addresses: ['anna-2@home.example', 'anna-2@work.example'], application: { job: 'Cook', externalId: 'application-2' } }),
      person(3),
    ];
    const second = await people.post(`${company}/candidates/batch`, { items });
    expect(results(second)).toMatchObject([{ result: 'unchanged' }, { result: 'updated' }, { result: 'created' }]);
    const third = await people.post(`${company}/candidates/batch`, { items });
    expect(results(third)).toMatchObject([{ result: 'unchanged' }, { result: 'unchanged' }, { result: 'unchanged' }]);
    const token = await people.token({ scopes: ['candidates:write'] });
    expect((await people.get(`${company}/candidates/external:applicant-2`, token)).body).toMatchObject({
      addresses: ['anna-2@home.example', 'anna-2@work.example'],
      applications: [{ job: 'Cook', externalId: 'application-2' }],
    });
  });

  it('refuses an item by itself, in the words of its problem, and takes the others', async () => {
    const people = await acme();
    const items = [
      person(1, { addresses: ['no address'] }),
      person(2),
      person(2),
      person(3, { application: { job: 'Cook', subsidiaryId: 'external:nowhere' } }),
    ];
    const answer = await people.post(`${company}/candidates/batch`, { items });
    expect(answer.status).toBe(200);
    expect(results(answer)).toMatchObject([
      {
        externalId: 'applicant-1',
        result: 'refused',
        refusal: { reason: 'address-malformed', title: expect.any(String), detail: expect.any(String) },
      },
      { externalId: 'applicant-2', result: 'created' },
      { externalId: 'applicant-2', result: 'refused', refusal: { reason: 'twice-in-batch', field: 'externalId' } },
      { externalId: 'applicant-3', result: 'refused', refusal: { reason: 'subsidiary-not-found' } },
    ]);
  });

  it('is refused as a whole only where it is none', async () => {
    const people = await acme();
    const tooMany = Array.from({ length: 1_001 }, (_, number) => person(number));
    for (const items of [[], tooMany, [{ name: 'Anna', addresses: [] }], [person(1, { unknown: true })]])
      expect(await people.post(`${company}/candidates/batch`, { items })).toMatchObject({ status: 400 });
  });
});

describe('a batch of applications', () => {
  it('opens what is not there, and tells the same from another one’s', async () => {
    const people = await acme();
    await people.post(`${company}/candidates/batch`, { items: [person(1), person(2)] });
    const application = (number: number, whose: number) => ({
      externalId: `application-${number}`,
      candidateId: `external:applicant-${whose}`,
      job: 'Cook',
    });
    const first = await people.post(`${company}/applications/batch`, { items: [application(1, 1), application(2, 2), application(3, 9)] });
    expect(results(first)).toMatchObject([
      { result: 'created' },
      { result: 'created' },
      { result: 'refused', refusal: { reason: 'not-found' } },
    ]);
    const second = await people.post(`${company}/applications/batch`, { items: [application(1, 1), application(2, 1)] });
    expect(results(second)).toMatchObject([{ result: 'unchanged' }, { result: 'refused', refusal: { reason: 'external-id-taken' } }]);
  });
});
