import { afterEach, describe, expect, it } from '@jest/globals';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { companyIdOf, externalIdentity } from '#platform/event-store/identity.js';
import { RegisterCompany } from './commands/register-company.command.js';
import { RegisterCompanyHandler } from './commands/register-company.handler.js';
import { ownerOfNames } from './company-called.js';
import { CompanyNames } from './company-names.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

const acme = { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'UTC', externalId: 'tenant-7' };
const companyId = companyIdOf('acme');

async function office() {
  const people = await PeopleApplication.start(newFolder());
  running.push(people);
  const names = people.app.get(CompanyNames, { strict: false });
  const claimId = await externalIdentity(people.app.get<DataKeys>(DataKeys), ownerOfNames, 'company', 'tenant-7');
  return {
    people,
    names,
    settle: () => names.settle(claimId),
    handler: people.app.get(RegisterCompanyHandler, { strict: false }),
    register: (change: Partial<typeof acme> = {}) => people.post('/companies', { ...acme, ...change }),
  };
}

const cause = () => freshCause('*', { keyOf: '*' });

describe('a name that a crash left claimed without its company', () => {
  it('names nothing, and is released for the next one', async () => {
    const { names, people, settle, register } = await office();
    expect((await names.claim(companyId, 'tenant-7', cause())).ok).toBe(true);
    expect(await people.get('/companies/external:tenant-7')).toMatchObject({ status: 404 });
    expect(await register()).toMatchObject({ status: 409, body: { reason: 'external-id-taken' } });
    await settle();
    await settle();
    expect(await register({ slug: 'next' })).toMatchObject({ status: 201 });
    expect(await people.get('/companies/external:tenant-7')).toMatchObject({ body: { slug: 'next' } });
  });

  it('is not the name of a company that was registered without it meanwhile', async () => {
    const { names, people, settle, register } = await office();
    await names.claim(companyId, 'tenant-7', cause());
    expect(await register({ externalId: 'tenant-8' })).toMatchObject({ status: 201 });
    expect(await people.get('/companies/external:tenant-7')).toMatchObject({ status: 404 });
    await settle();
    expect(await register({ slug: 'next' })).toMatchObject({ status: 201 });
  });

  it('is finished by the repeat of the command, released before or not', async () => {
    for (const released of [false, true]) {
      const { names, people, settle, handler } = await office();
      const asked = cause();
      await names.claim(companyId, 'tenant-7', asked);
      if (released) await settle();
      expect(await handler.execute(new RegisterCompany(acme, asked))).toMatchObject({ ok: true, value: { companyId } });
      expect(await people.get('/companies/external:tenant-7')).toMatchObject({ body: { companyId } });
    }
  });

  it('goes along where the command that was cut off comes back with another slug', async () => {
    const { names, people, settle, handler } = await office();
    const asked = cause();
    await names.claim(companyId, 'tenant-7', asked);
    const other = { ...acme, slug: 'other' };
    expect(await handler.execute(new RegisterCompany(other, { ...asked, bodyDigest: 'other' }))).toMatchObject({ ok: true });
    await settle();
    expect(await people.get('/companies/external:tenant-7')).toMatchObject({ body: { slug: 'other' } });
  });

  it('stays where the company came to be', async () => {
    const { people, settle, register } = await office();
    await register();
    await settle();
    expect(await people.get('/companies/external:tenant-7')).toMatchObject({ body: { slug: 'acme' } });
    expect(await register({ slug: 'other' })).toMatchObject({ status: 409, body: { reason: 'external-id-taken' } });
  });
});
