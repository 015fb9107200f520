import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeopleApplication } from '#test/people/people-application.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const folder = mkdtempSync(join(tmpdir(), 'company-names-'));
let people: PeopleApplication;

beforeAll(async () => {
  people = await PeopleApplication.start(folder);
});
afterAll(async () => {
  await people.close();
  rmSync(folder, { recursive: true, force: true });
});

const body = (slug: string, externalId?: string) => ({ slug, name: 'Acme', languages: ['de'], timeZone: 'UTC', externalId });
const named = (externalId: string, rest = '') => `/companies/external:${externalId}${rest}`;

async function registered(slug: string, externalId: string): Promise<string> {
  expect(await people.post('/companies', body(slug, externalId))).toMatchObject({ status: 201 });
  return companyIdOf(slug);
}

describe('what the platform calls a company', () => {
  it('names it wherever its id does, however the path is written', async () => {
    const companyId = await registered('acme', 'tenant/7');
    const path = `/companies/${encodeURIComponent('external:tenant/7')}`;
    expect(await people.get(path)).toMatchObject({ status: 200, body: { companyId, externalId: 'tenant/7' } });
    expect(await people.get(`${path}/mailbox`)).toMatchObject({ body: { serviceAddress: 'acme-jobs@poststelle.test' } });
    const made = await people.post(`${path}/candidates`, { name: 'Anna', addresses: [] });
    expect(await people.get(`/companies/${companyId}/candidates/${made.body.candidateId}`)).toMatchObject({ status: 200 });
  });

  it('makes no other command of the same one', async () => {
    const companyId = await registered('same', 'same-1');
    const first = await people.post(named('same-1', '/subsidiaries'), { name: 'North' }, { key: 'k' });
    expect(first.status).toBe(201);
    expect(await people.post(`/companies/${companyId}/subsidiaries`, { name: 'North' }, { key: 'k' })).toEqual(first);
    expect(await people.post(`/companies/external%3Asame-1/subsidiaries`, { name: 'North' }, { key: 'k' })).toEqual(first);
    expect(await people.post(named('same-1', '/subsidiaries'), { name: 'South' }, { key: 'k' })).toMatchObject({
      status: 422,
      body: { reason: 'key-used-before' },
    });
  });

  it('is used once: another company is refused it, and is registered without', async () => {
    const companyId = await registered('one', 'tenant-1');
    expect(await people.post('/companies', body('two', 'tenant-1'))).toMatchObject({
      status: 409,
      body: { reason: 'external-id-taken', field: 'externalId', facts: { id: companyId } },
    });
    expect(await people.get(`/companies/${companyIdOf('two')}`)).toMatchObject({ status: 404 });
    expect(await people.post('/companies', body('two'))).toMatchObject({ status: 201 });
    expect(await people.get(named('tenant-1'))).toMatchObject({ body: { slug: 'one' } });
  });

  it('is free again where the registration was refused after all', async () => {
    await registered('first', 'tenant-a');
    expect(await people.post('/companies', body('first', 'tenant-b'))).toMatchObject({ status: 409, body: { reason: 'slug-taken' } });
    await registered('second', 'tenant-b');
    expect(await people.get(named('tenant-b'))).toMatchObject({ body: { slug: 'second' } });
  });

  it('goes to one of many that are registered with it at once', async () => {
    const slugs = Array.from({ length: 8 }, (_, index) => `rush-${String(index)}`);
    const answers = await Promise.all(slugs.map((slug) => people.post('/companies', body(slug, 'rush'))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('is told to nobody whose token is for another company: unknown, known and misspelt are the same 404', async () => {
    const own = await registered('mine', 'mine-1');
    await registered('yours', 'yours-1');
    const token = await people.token({ company: own });
    expect(await people.get(named('mine-1'), token)).toMatchObject({ status: 200 });
    const told = async (path: string) => {
      const { status, body: problem } = await people.get(path, token);
      return { status, ...problem, correlationId: undefined };
    };
    const unknown = await told(`/companies/${companyIdOf('nobody')}`);
    expect(unknown).toMatchObject({ status: 404, reason: 'not-found' });
    for (const name of ['yours-1', 'nobody', '', '%20', 'external:mine-1']) expect(await told(named(name))).toEqual(unknown);
  });

  it('is not found by the platform either where no company has it', async () => {
    expect(await people.get(named('never'))).toMatchObject({ status: 404, body: { reason: 'not-found' } });
    expect(await people.post(named('never', '/subsidiaries'), { name: 'North' })).toMatchObject({
      status: 404,
      body: { reason: 'not-found' },
    });
  });
});

describe('the Idempotency-Key of a registration', () => {
  it('registers nothing for another slug, and leaves that slug and its name free', async () => {
    const first = await people.post('/companies', body('kept', 'kept-1'), { key: 'register' });
    expect(first.status).toBe(201);
    expect(await people.post('/companies', body('other', 'other-1'), { key: 'register' })).toMatchObject({
      status: 422,
      body: { reason: 'key-used-before' },
    });
    expect(await people.get(`/companies/${companyIdOf('other')}`)).toMatchObject({ status: 404 });
    expect(await people.post('/companies', body('kept', 'kept-1'), { key: 'register' })).toEqual(first);
    await registered('other', 'other-1');
  });
});
