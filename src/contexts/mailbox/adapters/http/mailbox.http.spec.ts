import { afterEach, describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '#test/temporary-folder.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { Mailboxes } from '../../public/mailboxes.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

const companyId = companyIdOf('acme');
const path = `/companies/${companyId}/mailbox`;

async function acme(environment: Readonly<Record<string, string>> = {}): Promise<PeopleApplication> {
  const people = await PeopleApplication.start(newFolder(), { environment });
  running.push(people);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  return people;
}

describe('the recruiting e-mail settings', () => {
  it('R3, R8, R11, R12, R13: show the service address for copying and as the sender, over the service, with nobody’s action', async () => {
    const people = await acme({ POSTSTELLE_MAIL_DOMAIN: 'm.poststelle.example' });
    const settings = await people.get(path);
    const supplied = { mailboxId: settings.body['mailboxId'], why: 'company-default' };
    expect(settings).toMatchObject({
      status: 200,
      etag: '"0"',
      body: {
        serviceAddress: 'acme-jobs@m.poststelle.example',
        channel: { value: 'service', supplied },
        address: { value: 'acme-jobs@m.poststelle.example', supplied },
        senderName: { value: 'company', supplied },
      },
    });
  });

  it('R14, R15, R28: take the choice of the sender name before any connection is set up, and show it at once', async () => {
    const people = await acme();
    const chosen = await people.post(`${path}/sender-name`, { senderName: 'employee' }, { ifMatch: '"0"' });
    expect(chosen).toMatchObject({ status: 200, etag: '"1"' });
    expect((await people.get(path)).body).toMatchObject({ senderName: { value: 'employee', supplied: { why: 'own' } } });
    expect(await people.post(`${path}/sender-name`, { senderName: 'company' }, { ifMatch: '"0"' })).toMatchObject({ status: 412 });
    expect(await people.post(`${path}/sender-name`, { senderName: 'team' })).toMatchObject({ status: 400 });
  });

  it('R6: are changed with the right to the recruiting settings only', async () => {
    const people = await acme();
    const reader = await people.token({ company: companyId, scopes: ['recruiting-settings:read'] });
    expect(await people.get(path, reader)).toMatchObject({ status: 200 });
    expect(await people.post(`${path}/sender-name`, { senderName: 'employee' }, { token: reader })).toMatchObject({ status: 403 });
  });

  it('P16: show the address at former domains, which stays known', async () => {
    const people = await acme({ POSTSTELLE_FORMER_MAIL_DOMAINS: 'old.example,older.example' });
    expect((await people.get(path)).body['formerServiceAddresses']).toEqual(['acme-jobs@old.example', 'acme-jobs@older.example']);
  });

  it('S29: say that nothing leaves the machine where the local outbox stands in for a relay', async () => {
    expect((await (await acme()).get(path)).body['notices']).toEqual([{ notice: 'nothing-leaves-this-machine' }]);
    const relayed = await acme({ POSTSTELLE_SERVICE_RELAY: 'smtp://127.0.0.1:2599' });
    expect((await relayed.get(path)).body['notices']).toEqual([]);
  });

  it('say who is delivered to where everybody else is held back', async () => {
    const people = await acme({ POSTSTELLE_ONLY_DELIVER_TO: '@acme.example', POSTSTELLE_SERVICE_RELAY: 'smtp://127.0.0.1:2599' });
    expect((await people.get(path)).body['notices']).toEqual([{ notice: 'only-deliver-to', recipients: ['@acme.example'] }]);
  });

  it('are not found where there is no company', async () => {
    const people = await acme();
    const nowhere = `/companies/${companyIdOf('nowhere')}/mailbox`;
    expect(await people.get(nowhere)).toMatchObject({ status: 404 });
    expect(await people.post(`${nowhere}/sender-name`, { senderName: 'company' })).toMatchObject({ status: 404 });
  });
});

describe('what mail leaves with', () => {
  it('R90: is the parent’s for its subsidiaries, and says so', async () => {
    const people = await acme();
    await people.post(`${path}/sender-name`, { senderName: 'employee' });
    const mailboxes = people.app.get<Mailboxes>(Mailboxes, { strict: false });
    const supplied = { mailboxId: mailboxes.mailboxId(companyId), why: 'inherited' };
    expect(await mailboxes.effectiveSettings(companyId, 'north')).toEqual({
      channel: { value: 'service', supplied },
      address: { value: 'acme-jobs@poststelle.test', supplied },
      senderName: { value: 'employee', supplied },
      repliesTo: 'service-address',
      waitingMail: new Map(),
    });
    expect(await mailboxes.effectiveSettings(companyIdOf('nowhere'))).toBeUndefined();
  });

  it('R11: takes replies at the service address with a token', async () => {
    const mailboxes = (await acme()).app.get<Mailboxes>(Mailboxes, { strict: false });
    expect(mailboxes.serviceAddress('acme', 'abcdefghijklmnop')).toBe('acme-jobs+abcdefghijklmnop@poststelle.test');
  });
});
