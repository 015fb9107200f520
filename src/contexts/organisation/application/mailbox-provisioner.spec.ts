import { afterEach, describe, expect, it } from '@jest/globals';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { MailboxProvisioner } from './mailbox-provisioner.js';
import { Companies } from './ports/companies.port.js';
import { mailboxesToProvision } from './to-dos/mailboxes-to-provision.to-do.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

describe('a company whose registration was cut off before its mailbox', () => {
  it('R8: has it in the end, once', async () => {
    const people = await PeopleApplication.start(newFolder());
    running.push(people);
    const companyId = companyIdOf('half');
    const companies = people.app.get<Companies>(Companies, { strict: false });
    await companies.begin(companyId, freshCause(companyId), {
      type: 'CompanyRegistered',
      data: { slug: 'half', name: 'Half', languages: ['de'], timeZone: 'Europe/Berlin' },
    });
    expect(await people.get(`/companies/${companyId}/mailbox`)).toMatchObject({ status: 404 });

    const provisioner = people.app.get(MailboxProvisioner, { strict: false });
    await provisioner.provision(companyId);
    await provisioner.provision(companyId);
    expect(await people.get(`/companies/${companyId}/mailbox`)).toMatchObject({
      status: 200,
      etag: '"0"',
      body: { serviceAddress: 'half-jobs@poststelle.test' },
    });
  });

  it('gives the command ten seconds to do it, and owes the operator none', () => {
    const { on } = mailboxesToProvision(async () => undefined);
    const registered = (slug: string) => ({
      event: { type: 'CompanyRegistered' as const, data: { slug, name: slug, languages: ['de'], timeZone: 'UTC' } },
      recordedAt: new Date('2026-03-01T12:00:00.000Z'),
      ...nowhere,
    });
    expect(on.CompanyRegistered(registered('acme'))).toEqual({ due: new Date('2026-03-01T12:00:10.000Z') });
    expect(on.CompanyRegistered(registered('operator'))).toMatchObject({ ignored: expect.stringContaining('read only') });
  });
});

const metadata = {
  companyId: '',
  actor: '',
  correlationId: '',
  causationId: '',
  commandId: '',
  bodyDigest: '',
  schema: '1',
  decidedAt: '',
  previousHash: '',
};
const nowhere = { eventId: '', category: 'company', streamId: '', companyId: '', revision: 0n, position: '', metadata };
