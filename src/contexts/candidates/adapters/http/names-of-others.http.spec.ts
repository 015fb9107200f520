import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const newFolder = temporaryFolders();
const company = `/companies/${companyIdOf('acme')}`;
let people: PeopleApplication;
let token: string;
/** Ids that the token of the north must not learn. */
const hidden: string[] = [];

const application = (subsidiary: string, externalId: string) => ({ job: 'Cook', externalId, subsidiaryId: `external:${subsidiary}` });
const person = (externalId: string, more: object) => ({ externalId, name: 'Anna', addresses: [], application: more });

beforeAll(async () => {
  people = await PeopleApplication.start(newFolder());
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'UTC' });
  for (const externalId of ['north', 'south'])
    await people.post(`${company}/subsidiaries`, { name: externalId, tag: externalId, externalId });
  const { subsidiaryId } = (await people.get(`${company}/subsidiaries`)).body.items.find((each) => each['tag'] === 'north') ?? {};
  token = await people.token({ company: companyIdOf('acme'), subsidiaries: [String(subsidiaryId)] });
  const south = await people.post(`${company}/candidates`, person('of-the-south', application('south', 'in-the-south')));
  const both = await people.post(`${company}/candidates`, person('of-both', application('north', 'here')));
  const there = await people.post(`${company}/candidates/external:of-both/applications`, application('south', 'there'));
  const unnamed = [];
  for (const more of [{ job: 'Chief', subsidiaryId: 'external:south' }, { job: 'Clerk' }])
    unnamed.push(await people.post(`${company}/candidates/external:of-both/applications`, more));
  hidden.push(south.body.candidateId, ...[south, there, ...unnamed].map(({ body }) => body.applicationId));
  expect([south, both, there, ...unnamed].map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
});
afterAll(() => people.close());

const inUse = { reason: 'external-id-in-use', field: 'externalId' };

async function ask(path: string, body: object) {
  const answer = await people.post(`${company}/${path}`, body, { token });
  for (const id of hidden) expect(JSON.stringify(answer.body)).not.toContain(id);
  return answer;
}

async function itemOf(kind: string, item: object) {
  return ((await ask(`${kind}/batch`, { items: [item] })).body['results'] as readonly unknown[])[0];
}

describe('a token limited to a subsidiary that uses a name of somebody it does not see', () => {
  it('learns of a candidate no more than that the name is in use', async () => {
    const item = person('of-the-south', application('north', 'new'));
    expect(await ask('candidates', item)).toMatchObject({ status: 409, body: inUse });
    expect(await itemOf('candidates', item)).toMatchObject({ result: 'refused', refusal: inUse });
  });

  it.each(['in-the-south', 'there'])('learns of the application %s no more either', async (name) => {
    const here = application('north', name);
    expect(await ask('candidates', person('new', here))).toMatchObject({ status: 409, body: inUse });
    expect(await ask('candidates/external:of-both/applications', here)).toMatchObject({ status: 409, body: inUse });
    for (const item of [person('new', here), person('of-both', here)])
      expect(await itemOf('candidates', item)).toMatchObject({ result: 'refused', refusal: inUse });
    expect(await itemOf('applications', { candidateId: 'external:of-both', ...here })).toMatchObject({ result: 'refused', refusal: inUse });
  });

  it('is told who has it where it sees them', async () => {
    const taken = { reason: 'external-id-taken', field: 'externalId' };
    expect(await ask('candidates', person('of-both', application('north', 'new')))).toMatchObject({ status: 409, body: taken });
    expect(await ask('candidates', person('new', application('north', 'here')))).toMatchObject({ status: 409, body: taken });
    const same = { candidateId: 'external:of-both', ...application('north', 'here') };
    expect(await itemOf('applications', same)).toMatchObject({ result: 'unchanged' });
    expect(await itemOf('candidates', person('of-both', application('north', 'here')))).toMatchObject({ result: 'unchanged' });
  });
});

describe('a token limited to a subsidiary that says an application without a name', () => {
  it.each([
    ['of another subsidiary', 'Chief', { subsidiaryId: 'external:south' }, 'subsidiary-not-found'],
    ['of the company itself', 'Clerk', {}, 'subsidiary-needed'],
  ])('learns nothing of one %s', async (_, job, at, reason) => {
    for (const each of [job, 'Nobody’s job'])
      expect(await itemOf('candidates', person('of-both', { job: each, ...at }))).toMatchObject({
        result: 'refused',
        refusal: { reason, field: 'subsidiaryId' },
      });
  });

  it('is told that it is there where it sees it', async () => {
    const item = person('of-both', { job: 'Baker', subsidiaryId: 'external:north' });
    expect(await itemOf('candidates', item)).toMatchObject({ result: 'updated' });
    expect(await itemOf('candidates', item)).toMatchObject({ result: 'unchanged' });
  });
});
