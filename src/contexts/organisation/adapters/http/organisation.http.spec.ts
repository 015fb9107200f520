import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeopleApplication } from '#test/people/people-application.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
let people: PeopleApplication;

beforeAll(async () => {
  people = await PeopleApplication.start(folder);
});
afterAll(async () => {
  await people.close();
  rmSync(folder, { recursive: true, force: true });
});

const acme = { slug: 'acme', name: 'Acme GmbH', languages: ['de', 'en-gb'], timeZone: 'Europe/Berlin', externalId: 'tenant-7' };
const company = (slug: string) => `/companies/${companyIdOf(slug)}`;

async function registered(slug: string): Promise<string> {
  const answer = await people.post('/companies', { ...acme, slug, externalId: `tenant-${slug}` });
  expect(answer.status).toBe(201);
  return company(slug);
}

describe('registering a company', () => {
  it('R8, R11: brings its recruiting mailbox with it at once', async () => {
    const answer = await people.post('/companies', { ...acme, slug: 'ihraccount', externalId: 'tenant-8' });
    expect(answer).toMatchObject({ status: 201, etag: '"0"', body: { companyId: companyIdOf('ihraccount'), revision: 0 } });
    const mailbox = await people.get(`${company('ihraccount')}/mailbox`);
    expect(mailbox.body).toMatchObject({ serviceAddress: 'ihraccount-jobs@poststelle.test' });
  });

  it('is answered as the first time under the same Idempotency-Key, and refused to another command', async () => {
    const first = await people.post('/companies', acme, { key: 'register-acme' });
    expect(await people.post('/companies', acme, { key: 'register-acme' })).toEqual(first);
    expect(await people.post('/companies', acme, { key: 'another' })).toMatchObject({
      status: 409,
      body: { reason: 'slug-taken', field: 'slug' },
    });
    expect(await people.post('/companies', { ...acme, name: 'Other' }, { key: 'register-acme' })).toMatchObject({
      status: 422,
      body: { reason: 'key-used-before' },
    });
  });

  it('shows what was registered, with the ETag of its history', async () => {
    const path = await registered('shown');
    expect(await people.get(path)).toMatchObject({
      status: 200,
      etag: '"0"',
      body: { slug: 'shown', name: 'Acme GmbH', languages: ['de', 'en-GB'], timeZone: 'Europe/Berlin', externalId: 'tenant-shown' },
    });
  });

  it.each([
    [{ slug: 'Acme GmbH' }, 422, 'slug-malformed'],
    [{ slug: 'operator' }, 422, 'slug-reserved'],
    [{ slug: null }, 400, 'input-invalid'],
    [{ externalId: null }, 400, 'input-invalid'],
    [{ name: 'Acme\r\nBcc: x@y.example' }, 400, 'input-invalid'],
    [{ languages: ['klingon language'] }, 422, 'language-unknown'],
    [{ languages: 'de' }, 400, 'input-invalid'],
    [{ timeZone: 'Europe/Atlantis' }, 422, 'time-zone-unknown'],
    [{ more: 1 }, 400, 'input-invalid'],
  ])('refuses %j', async (change, status, reason) => {
    expect(await people.post('/companies', { ...acme, slug: 'bad', ...change })).toMatchObject({ status, body: { reason } });
  });

  it('needs the platform’s token with its scope', async () => {
    const own = await people.token({ company: companyIdOf('acme') });
    expect(await people.post('/companies', acme, { token: own })).toMatchObject({ status: 403 });
    const reader = await people.token({ scopes: ['recruiting-settings:read'] });
    expect(await people.post('/companies', acme, { token: reader })).toMatchObject({ status: 403, body: { reason: 'scope-missing' } });
  });
});

describe('the operator’s company', () => {
  it('is there from the first start, once however often the service starts, and read by operations only', async () => {
    const again = await PeopleApplication.start(folder, { store: people.store, keys: people.keys });
    const operator = company('operator');
    const token = await again.token({ scopes: ['operations'] });
    expect(await again.get(operator, token)).toMatchObject({ status: 200, etag: '"0"', body: { slug: 'operator' } });
    expect(await again.get(operator)).toMatchObject({ status: 403 });
    await again.close();
  });
});

describe('the subsidiaries of a company', () => {
  it('R24, R91: are listed in order, each with its own redirect target', async () => {
    const path = await registered('parent');
    await people.post(`${path}/subsidiaries`, { name: 'Parent Nord GmbH' });
    const south = await people.post(`${path}/subsidiaries`, { name: 'Parent Süd', tag: 'south', externalId: 'le-2' });
    expect(south.status).toBe(201);

    const all = await people.get(`${path}/subsidiaries?waitFor=${String(south.body.position)}`);
    expect(all.body.items).toMatchObject([
      { name: 'Parent Nord GmbH', tag: 'parent-nord-gmbh', redirectTarget: 'parent-jobs+parent-nord-gmbh@poststelle.test', closed: false },
      {
        name: 'Parent Süd',
        redirectTarget: 'parent-jobs+south@poststelle.test',
        externalId: 'le-2',
        subsidiaryId: south.body.subsidiaryId,
      },
    ]);
    const first = await people.get(`${path}/subsidiaries?limit=1`);
    expect(first.body.items).toHaveLength(1);
    const second = await people.get(`${path}/subsidiaries?limit=1&cursor=${String(first.body.next)}`);
    expect(second.body).toMatchObject({ items: [{ tag: 'south' }] });
    expect(second.body.next).toBeUndefined();
  });

  it('are renamed and closed under the caller’s own id, and their external id is used once', async () => {
    const path = await registered('foreign');
    const made = await people.post(`${path}/subsidiaries`, { name: 'North', externalId: 'le/1' }, { key: 'k1' });
    expect(await people.post(`${path}/subsidiaries`, { name: 'North', externalId: 'le/1' }, { key: 'k1' })).toEqual(made);
    expect(await people.post(`${path}/subsidiaries`, { name: 'North', externalId: 'le/1' })).toMatchObject({
      status: 409,
      body: { reason: 'external-id-taken', facts: { id: made.body.subsidiaryId } },
    });
    const external = encodeURIComponent('external:le/1');
    expect(await people.post(`${path}/subsidiaries/${external}/rename`, { name: 'Norden' })).toMatchObject({ status: 200 });
    const closed = await people.post(`${path}/subsidiaries/${external}/close`);
    expect(closed.status).toBe(200);
    const all = await people.get(`${path}/subsidiaries?waitFor=${String(closed.body.position)}`);
    expect(all.body.items).toMatchObject([{ name: 'Norden', tag: 'north', closed: true }]);
    expect(await people.post(`${path}/subsidiaries/${external}/rename`, { name: 'X' })).toMatchObject({ status: 409 });
    expect(await people.post(`${path}/subsidiaries/nobody/close`)).toMatchObject({ status: 404, body: { reason: 'subsidiary-not-found' } });
  });

  it('keep to If-Match', async () => {
    const path = await registered('matching');
    expect(await people.post(`${path}/subsidiaries`, { name: 'A' }, { ifMatch: '"0"' })).toMatchObject({ status: 201, etag: '"1"' });
    expect(await people.post(`${path}/subsidiaries`, { name: 'B' }, { ifMatch: '"0"' })).toMatchObject({
      status: 412,
      body: { reason: 'changed-meanwhile' },
    });
  });

  it('are another company’s business where the cursor is another company’s', async () => {
    const [one, other] = [await registered('one'), await registered('other')];
    await people.post(`${one}/subsidiaries`, { name: 'A' });
    const last = await people.post(`${one}/subsidiaries`, { name: 'B' });
    const page = await people.get(`${one}/subsidiaries?limit=1&waitFor=${String(last.body.position)}`);
    expect(await people.get(`${other}/subsidiaries?cursor=${String(page.body.next)}`)).toMatchObject({
      status: 400,
      body: { reason: 'cursor-invalid' },
    });
    expect((await people.get(`${other}/subsidiaries`)).body.items).toEqual([]);
  });
});

describe('the employees of a company', () => {
  it('R15: are registered, changed and recorded as gone, under the caller’s own id too', async () => {
    const path = await registered('staff');
    const erika = { name: 'Erika Muster', addresses: ['erika@staff.example'], externalId: 'e-1' };
    const made = await people.post(`${path}/employees`, erika);
    expect(made).toMatchObject({ status: 201, etag: '"0"' });
    expect(await people.post(`${path}/employees`, erika)).toMatchObject({ status: 409, body: { reason: 'external-id-taken' } });

    const changed = await people.post(`${path}/employees/external:e-1/change`, { name: 'Erika Beispiel' }, { ifMatch: '"0"' });
    expect(changed).toMatchObject({ status: 200, etag: '"1"' });
    expect(await people.get(`${path}/employees/${made.body.employeeId}`)).toMatchObject({
      etag: '"1"',
      body: { name: 'Erika Beispiel', addresses: ['erika@staff.example'], externalId: 'e-1', left: false },
    });

    const left = await people.post(`${path}/employees/external:e-1/leave`);
    const all = await people.get(`${path}/employees?waitFor=${String(left.body.position)}`);
    expect(all.body.items).toEqual([{ employeeId: made.body.employeeId, name: 'Erika Beispiel', left: true }]);
    expect(await people.post(`${path}/employees/external:e-1/change`, { name: 'X' })).toMatchObject({
      status: 409,
      body: { reason: 'employee-left' },
    });
  });

  it.each([
    [{ name: 'E' }, 400, 'input-invalid'],
    [{ name: 'E', addresses: ['nobody'] }, 422, 'address-malformed'],
    [{ name: 'E', addresses: [null] }, 400, 'input-invalid'],
    [{ name: '   ', addresses: [] }, 422, 'name-missing'],
  ])('are refused as %j', async (body, status, reason) => {
    const path = company('acme');
    expect(await people.post(`${path}/employees`, body)).toMatchObject({ status, body: { reason } });
  });

  it('belong to a company that is there, and to that one only', async () => {
    const nowhere = company('nowhere');
    expect(await people.post(`${nowhere}/employees`, { name: 'E', addresses: [] })).toMatchObject({ status: 404 });
    expect(await people.post(`${nowhere}/subsidiaries`, { name: 'S' })).toMatchObject({ status: 404 });
    const [mine, yours] = [await registered('mine'), await registered('yours')];
    const made = await people.post(`${mine}/employees`, { name: 'E', addresses: [] });
    expect(await people.get(`${yours}/employees/${made.body.employeeId}`)).toMatchObject({ status: 404 });
  });
});
