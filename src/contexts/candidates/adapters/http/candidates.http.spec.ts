import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '#test/people/answer.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const folder = mkdtempSync(join(tmpdir(), 'candidates-'));
let people: PeopleApplication;
let north: string;

const path = `/companies/${companyIdOf('acme')}/candidates`;
const elsewhere = `/companies/${companyIdOf('globex')}/candidates`;

beforeAll(async () => {
  people = await PeopleApplication.start(folder);
  for (const slug of ['acme', 'globex'])
    await people.post('/companies', { slug, name: slug, languages: ['de'], timeZone: 'Europe/Berlin' });
  const subsidiaries = `/companies/${companyIdOf('acme')}/subsidiaries`;
  north = (await people.post(subsidiaries, { name: 'North', externalId: 'north' })).body.subsidiaryId;
  await people.post(subsidiaries, { name: 'South', externalId: 'south' });
  await people.post(subsidiaries, { name: 'Closed', externalId: 'closed' });
  await people.post(`${subsidiaries}/external:closed/close`);
});
afterAll(async () => {
  await people.close();
  rmSync(folder, { recursive: true, force: true });
});

const register = (body: object, key?: string): Promise<Answer> => people.post(path, body, key === undefined ? {} : { key });

describe('registering a candidate', () => {
  it('P4: opens the first application in the same step, at a subsidiary named by the caller’s id', async () => {
    const made = await register({
      name: 'Anna Beispiel',
      addresses: ['anna@home.example'],
      externalId: 'p-1',
      application: { job: 'Cook', department: 'Kitchen', subsidiaryId: 'external:north', externalId: 'a-1' },
    });
    expect(made).toMatchObject({ status: 201, etag: '"2"', body: { warnings: [] } });
    expect(await people.get(`${path}/external:p-1`)).toMatchObject({
      status: 200,
      etag: '"2"',
      body: {
        candidateId: made.body.candidateId,
        externalId: 'p-1',
        name: 'Anna Beispiel',
        addresses: ['anna@home.example'],
        applications: [
          {
            applicationId: made.body.applicationId,
            externalId: 'a-1',
            job: 'Cook',
            department: 'Kitchen',
            subsidiaryId: north,
            state: 'open',
          },
        ],
      },
    });
  });

  it('S32: makes no second profile under the same external id, and is answered as the first time under the same key', async () => {
    const body = { name: 'Berta', addresses: ['berta@home.example'], externalId: 'p-2', application: { job: 'Cook', externalId: 'a-2' } };
    const made = await register(body, 'key-2');
    expect(made.status).toBe(201);
    expect(await register(body, 'key-2')).toEqual(made);
    expect(await register({ ...body, application: undefined })).toMatchObject({
      status: 409,
      body: { reason: 'external-id-taken', field: 'externalId', facts: { id: made.body.candidateId } },
    });
    expect(await register({ ...body, name: 'B' }, 'key-2')).toMatchObject({ status: 422, body: { reason: 'key-used-before' } });
  });

  it('P7: warns where address or name is known, with the candidates’ ids, and registers all the same', async () => {
    const first = await register({ name: 'Clara Klein', addresses: ['clara@home.example'] });
    const second = await register({ name: 'clara  KLEIN', addresses: ['Clara@HOME.example', 'c@x.example'] });
    expect(second).toMatchObject({
      status: 201,
      body: {
        warnings: [
          { warning: 'address-known', candidateIds: [first.body.candidateId] },
          { warning: 'name-known', candidateIds: [first.body.candidateId] },
        ],
      },
    });
    const added = await people.post(`${path}/${first.body.candidateId}/addresses`, { address: 'C@x.example' });
    expect(added.body.warnings).toEqual([{ warning: 'address-known', candidateIds: [second.body.candidateId] }]);
  });

  it('warns of nobody in another company', async () => {
    await people.post(elsewhere, { name: 'Dora', addresses: ['dora@home.example'] });
    expect((await register({ name: 'Dora', addresses: ['dora@home.example'] })).body.warnings).toEqual([]);
  });

  it.each([
    [{ name: 'A' }, 400, 'input-invalid'],
    [{ name: 'A', addresses: ['nobody'] }, 422, 'address-malformed'],
    [{ name: 'A', addresses: [7] }, 400, 'input-invalid'],
    [{ name: 'A', addresses: [], externalId: null }, 400, 'input-invalid'],
    [{ name: 'A', addresses: [], application: null }, 400, 'input-invalid'],
    [{ name: 'A', addresses: [], application: 'Cook' }, 400, 'input-invalid'],
    [{ name: 'A', addresses: [], application: {} }, 400, 'input-invalid'],
    [{ name: 'A', addresses: [], application: { job: ' ' } }, 422, 'job-missing'],
    [{ name: 'A', addresses: [], application: { job: 'Cook', subsidiaryId: 'west' } }, 404, 'subsidiary-not-found'],
    [{ name: 'A', addresses: [], application: { job: 'Cook', subsidiaryId: 'external:closed' } }, 409, 'subsidiary-closed'],
    [{ name: 'A', addresses: [], phone: '1' }, 400, 'input-invalid'],
  ])('refuses %j', async (body, status, reason) => {
    expect(await register(body)).toMatchObject({ status, body: { reason } });
  });

  it('is refused where there is no company', async () => {
    const nowhere = `/companies/${companyIdOf('nowhere')}/candidates`;
    expect(await people.post(nowhere, { name: 'A', addresses: [] })).toMatchObject({ status: 404 });
  });
});

describe('the applications of a candidate', () => {
  it('S31: the same person applies at two subsidiaries, and again after a rejection', async () => {
    const { candidateId } = (await register({ name: 'Emil', addresses: ['emil@home.example'] })).body;
    const open = (subsidiaryId: string) => people.post(`${path}/${candidateId}/applications`, { job: 'Cook', subsidiaryId });
    const first = await open('external:north');
    expect((await open('external:south')).status).toBe(201);
    expect(await people.post(`${path}/${candidateId}/applications/${first.body.applicationId}/reject`)).toMatchObject({ status: 200 });
    expect((await open('external:north')).status).toBe(201);
    const { applications } = (await people.get(`${path}/${candidateId}`)).body;
    expect(applications).toMatchObject([{ state: 'rejected', since: expect.any(String) }, { state: 'open' }, { state: 'open' }]);
  });

  it('are named by the caller’s own id, which names one in the whole company', async () => {
    const { candidateId } = (await register({ name: 'Fritz', addresses: [], externalId: 'p-6' })).body;
    const other = (await register({ name: 'Gerd', addresses: [] })).body.candidateId;
    const body = { job: 'Cook', externalId: 'a/6' };
    const opened = await people.post(`${path}/external:p-6/applications`, body, { key: 'open-6' });
    expect(opened.status).toBe(201);
    expect(await people.post(`${path}/external:p-6/applications`, body, { key: 'open-6' })).toEqual(opened);

    const taken = { status: 409, body: { reason: 'external-id-taken', facts: { id: opened.body.applicationId } } };
    expect(await people.post(`${path}/${candidateId}/applications`, body)).toMatchObject(taken);
    expect(await people.post(`${path}/${other}/applications`, body)).toMatchObject(taken);
    expect(await register({ name: 'H', addresses: [], application: body })).toMatchObject(taken);
    const elsewhereId = (await people.post(elsewhere, { name: 'I', addresses: [] })).body.candidateId;
    expect(await people.post(`${elsewhere}/${elsewhereId}/applications`, body)).toMatchObject({ status: 201 });

    const external = encodeURIComponent('external:a/6');
    expect(await people.post(`${path}/external:p-6/applications/${external}/hire`)).toMatchObject({ status: 200 });
    expect(await people.post(`${path}/external:p-6/applications/${external}/withdraw`)).toMatchObject({
      status: 409,
      body: { reason: 'application-not-open', facts: { standing: 'hired' } },
    });
    expect(await people.post(`${path}/external:p-6/applications/${external}/reopen`)).toMatchObject({ status: 200 });
    expect(await people.post(`${path}/${other}/applications/${external}/reject`)).toMatchObject({
      status: 404,
      body: { reason: 'application-not-found' },
    });
    expect(await people.post(`${path}/external:p-6/applications/external:never/reject`)).toMatchObject({ status: 404 });
  });

  it('leave their external id free where they were refused after all', async () => {
    const { candidateId } = (await register({ name: 'Jutta', addresses: [] })).body;
    const body = { job: 'Cook', externalId: 'a-7' };
    const refused = await people.post(`${path}/${candidateId}/applications`, { ...body, subsidiaryId: 'external:closed' });
    expect(refused).toMatchObject({ status: 409, body: { reason: 'subsidiary-closed' } });
    expect(await people.post(`${path}/${candidateId}/applications`, body, { ifMatch: '"9"' })).toMatchObject({ status: 412 });
    expect(await people.post(`${path}/${candidateId}/applications`, body, { ifMatch: '"0"' })).toMatchObject({ status: 201 });
  });
});

describe('the addresses of a candidate', () => {
  it('S40: are several, and looked up exactly, however they are written', async () => {
    const { candidateId } = (await register({ name: 'Karl', addresses: ['Karl@home.example'] })).body;
    const added = await people.post(`${path}/${candidateId}/addresses`, { address: 'karl@work.example' }, { ifMatch: '"1"' });
    expect(added).toMatchObject({ status: 200, etag: '"2"', body: { warnings: [] } });
    const find = async (address: string, at: Answer) => {
      const query = new URLSearchParams({ address, waitFor: String(at.body.position) });
      return (await people.get(`${path}?${query.toString()}`)).body.items.map((item) => item['candidateId']);
    };
    expect(await find('KARL@work.example', added)).toEqual([candidateId]);
    expect(await find('arl@work.example', added)).toEqual([]);

    const removed = await people.post(`${path}/${candidateId}/addresses/remove`, { address: 'karl@HOME.example' });
    expect(removed.status).toBe(200);
    expect(await find('karl@home.example', removed)).toEqual([]);
    expect(await people.post(`${path}/${candidateId}/addresses/remove`, { address: 'karl@home.example' })).toMatchObject({
      status: 404,
      body: { reason: 'address-not-found' },
    });
    const again = await people.post(`${path}/${candidateId}/addresses`, { address: 'karl@home.example' });
    expect(await find('karl@home.example', again)).toEqual([candidateId]);
  });
});

describe('the list of candidates', () => {
  it('is paged, newest first, with how many applications are open, and is the company’s own', async () => {
    const slug = 'initech';
    await people.post('/companies', { slug, name: slug, languages: ['de'], timeZone: 'Europe/Berlin' });
    const own = `/companies/${companyIdOf(slug)}/candidates`;
    const made: Answer[] = [];
    for (const name of ['One', 'Two', 'Three']) made.push(await people.post(own, { name, addresses: [], application: { job: 'Cook' } }));
    const [one] = made;
    const last = await people.post(`${own}/${String(one?.body.candidateId)}/applications/${String(one?.body.applicationId)}/withdraw`);

    const first = await people.get(`${own}?limit=2&waitFor=${String(last.body.position)}`);
    expect(first.body.items).toMatchObject([
      { name: 'Three', openApplications: 1 },
      { name: 'Two', openApplications: 1 },
    ]);
    const second = await people.get(`${own}?limit=2&cursor=${String(first.body.next)}`);
    expect(second.body.items).toMatchObject([{ name: 'One', openApplications: 0 }]);
    expect(second.body.next).toBeUndefined();
    expect(await people.get(`${path}?cursor=${String(first.body.next)}`)).toMatchObject({ status: 400 });
    expect(await people.get(`${own}?address=x@y.example&cursor=${String(first.body.next)}`)).toMatchObject({ status: 400 });
    expect(await people.get(`${own}?address=nobody`)).toMatchObject({
      status: 422,
      body: { reason: 'address-malformed', field: 'address' },
    });
  });

  it('is read with the right to candidates or messages, of the own company only', async () => {
    const reader = await people.token({ company: companyIdOf('globex'), scopes: ['messages:read'] });
    expect(await people.get(elsewhere, reader)).toMatchObject({ status: 200 });
    expect(await people.get(path, reader)).toMatchObject({ status: 404 });
    expect(await people.post(elsewhere, { name: 'A', addresses: [] }, { token: reader })).toMatchObject({ status: 403 });
  });
});
