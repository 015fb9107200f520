import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const newFolder = temporaryFolders();
const company = `/companies/${companyIdOf('acme')}`;
let people: PeopleApplication;
let number = 0;
let name: string;

beforeAll(async () => {
  people = await PeopleApplication.start(newFolder());
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  for (const externalId of ['north', 'south'])
    await people.post(`${company}/subsidiaries`, { name: externalId, tag: externalId, externalId });
});
afterAll(() => people.close());
beforeEach(() => {
  name = `anna-${String(++number)}`;
});

const cook = { job: 'Cook', department: 'Kitchen', subsidiaryId: 'external:north' };
const person = (more: object = {}) => ({ externalId: name, name: 'Anna', addresses: [`${name}@home.example`], ...more });

async function batch(item: object, kind: 'candidates' | 'applications' = 'candidates', key?: string) {
  const answer = await people.post(`${company}/${kind}/batch`, { items: [item] }, key === undefined ? {} : { key });
  return (answer.body['results'] as readonly Record<string, unknown>[])[0] ?? {};
}

async function known() {
  return (await people.get(`${company}/candidates/external:${name}`)).body;
}

describe('somebody who is known, in a batch', () => {
  it('gets no application by the name of another person’s, and nothing else of the item', async () => {
    const externalId = `of-another-${name}`;
    await batch({ ...person(), externalId: `other-${name}`, application: { ...cook, externalId } });
    await batch(person());
    const refused = await batch(person({ addresses: [`${name}@work.example`], application: { ...cook, externalId } }));
    expect(refused).toMatchObject({ result: 'refused', refusal: { reason: 'external-id-taken', field: 'externalId' } });
    expect(await known()).toMatchObject({ addresses: [`${name}@home.example`], applications: [] });
    const unknown = await batch({ ...person(), externalId: `third-${name}`, application: { ...cook, externalId } });
    expect(unknown).toMatchObject({ result: 'refused', refusal: { reason: 'external-id-taken', field: 'externalId' } });
  });

  it('keeps an application that the batch names', async () => {
    const item = person({ application: { ...cook, externalId: `of-${name}` } });
    await batch(item);
    const again = await batch(item);
    expect(again).toMatchObject({ result: 'unchanged' });
    expect(again).not.toHaveProperty('differs');
  });

  it('gets an application without a name where there is none like it, whatever its standing', async () => {
    await batch(person());
    expect(await batch(person({ application: cook }))).toMatchObject({ result: 'updated', position: expect.any(String) });
    expect(await batch(person({ application: cook }))).toMatchObject({ result: 'unchanged' });
    const [cooks] = (await known())['applications'] as readonly { applicationId: string }[];
    await people.post(`${company}/candidates/external:${name}/applications/${cooks?.applicationId ?? ''}/reject`);
    expect(await batch(person({ application: cook }))).toMatchObject({ result: 'unchanged' });
    for (const other of [{ job: 'Baker' }, { department: 'Hall' }, { subsidiaryId: 'external:south' }])
      expect(await batch(person({ application: { ...cook, ...other } }))).toMatchObject({ result: 'updated' });
    expect((await known())['applications']).toHaveLength(4);
  });

  it('gets one application of several batches at once', async () => {
    await batch(person());
    const results = await Promise.all(Array.from({ length: 4 }, () => batch(person({ application: cook }))));
    expect(results.map(({ result }) => result).sort()).toEqual(['unchanged', 'unchanged', 'unchanged', 'updated']);
    expect((await known())['applications']).toHaveLength(1);
  });

  it('is answered as the first time under the key of the batch', async () => {
    await batch(person());
    const item = person({ name: 'Anja', addresses: [`${name}@work.example`], application: { ...cook, externalId: `of-${name}` } });
    const first = await batch(item, 'candidates', `key-${name}`);
    expect(first).toMatchObject({ result: 'updated', differs: ['name'] });
    expect(await batch(item, 'candidates', `key-${name}`)).toEqual(first);
  });

  it('keeps name and application, and the answer says what is otherwise', async () => {
    const externalId = `of-${name}`;
    await batch(person({ application: { ...cook, externalId } }));
    const otherwise = { externalId, job: 'Baker', department: 'Hall', subsidiaryId: 'external:south' };
    expect(await batch(person({ name: 'Anja', addresses: [`${name}@work.example`], application: otherwise }))).toMatchObject({
      result: 'updated',
      differs: ['name', 'application.job', 'application.department', 'application.subsidiaryId'],
    });
    const applied = { candidateId: `external:${name}`, externalId };
    expect(await batch({ ...applied, ...otherwise, department: 'Kitchen' }, 'applications')).toMatchObject({
      result: 'unchanged',
      differs: ['job', 'subsidiaryId'],
    });
    expect(await batch({ ...applied, job: 'Cook' }, 'applications')).toMatchObject({ differs: ['department', 'subsidiaryId'] });
    expect(await batch({ ...applied, ...cook }, 'applications')).not.toHaveProperty('differs');
    expect(await known()).toMatchObject({ name: 'Anna', applications: [{ job: 'Cook', department: 'Kitchen' }] });
  });

  it('gets none of the addresses where one is refused', async () => {
    await batch(person());
    const malformed = await batch(person({ addresses: [`${name}@work.example`, 'no address'], application: cook }));
    expect(malformed).toMatchObject({ result: 'refused', refusal: { reason: 'address-malformed' } });
    const many = Array.from({ length: 20 }, (_, index) => `${name}-${String(index)}@work.example`);
    expect(await batch(person({ addresses: many }))).toMatchObject({ result: 'refused', refusal: { reason: 'too-many-addresses' } });
    const elsewhere = { ...cook, subsidiaryId: 'external:nowhere' };
    expect(await batch(person({ addresses: [`${name}@work.example`], application: elsewhere }))).toMatchObject({
      result: 'refused',
      refusal: { reason: 'subsidiary-not-found' },
    });
    expect(await known()).toMatchObject({ addresses: [`${name}@home.example`], applications: [] });
  });
});
