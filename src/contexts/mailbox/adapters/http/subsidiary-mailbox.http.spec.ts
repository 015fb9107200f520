import { afterEach, describe, expect, it } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];
const companyId = companyIdOf('acme');
const company = `/companies/${companyId}`;

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

/** Acme with the subsidiaries North and South. */
async function acme() {
  const people = await PeopleApplication.start(newFolder());
  running.push(people);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  const registered = async (tag: string) => {
    const { body } = await people.post(`${company}/subsidiaries`, { name: `Acme ${tag}`, tag, externalId: tag });
    return body['subsidiaryId'];
  };
  return { people, north: await registered('north'), south: await registered('south') };
}

const of = (subsidiary: string) => `${company}/subsidiaries/${subsidiary}/mailbox`;

describe('the settings of a subsidiary', () => {
  it('R90, R92: are its company’s until it has its own, with a redirect target that tells it apart', async () => {
    const { people, north } = await acme();
    const settings = await people.get(of(north));
    const supplied = { why: 'inherited' };
    expect(settings).toMatchObject({
      status: 200,
      body: {
        subsidiaryId: north,
        channel: { value: 'service', supplied },
        redirect: { target: 'acme-jobs+north@poststelle.test', state: 'unverified' },
      },
    });
    expect(settings.etag).toBeUndefined();
  });

  it('R91: begin with the first choice of its own, also by the caller’s own id', async () => {
    const { people, north } = await acme();
    expect(await people.post(`${of('external:north')}/sender-name`, { senderName: 'employee' })).toMatchObject({
      status: 200,
      etag: '"1"',
    });
    expect((await people.get(of(north))).body).toMatchObject({
      senderName: { value: 'employee', subsidiaryId: north, supplied: { why: 'own' } },
    });
    await people.post(`${of(north)}/sender-name`, { senderName: 'inherited' });
    expect((await people.get(of(north))).body).toMatchObject({ senderName: { value: 'company', supplied: { why: 'inherited' } } });
    const nothing = await people.post(`${company}/mailbox/sender-name`, { senderName: 'inherited' });
    expect(nothing).toMatchObject({ status: 422, body: { reason: 'nothing-to-inherit-from' } });
  });

  it('R91: show an own address as a draft until it is connected', async () => {
    const { people, north } = await acme();
    await people.post(`${of(north)}/individual-address`, { address: 'jobs@north.example' });
    expect((await people.get(of(north))).body).toMatchObject({
      individualAddress: { address: 'jobs@north.example', state: 'not-connected' },
      address: { value: 'acme-jobs@poststelle.test', supplied: { why: 'inherited' } },
    });
  });

  it('R91, R92: choose the service for themselves, and go back to their company’s', async () => {
    const { people, north } = await acme();
    expect(await people.post(`${of(north)}/switch-to-service`, {})).toMatchObject({
      status: 422,
      body: { reason: 'individual-address-missing' },
    });
    await people.post(`${of(north)}/individual-address`, { address: 'jobs@north.example' });
    expect(await people.post(`${of(north)}/switch-to-service`, {})).toMatchObject({ status: 200 });
    expect((await people.get(of(north))).body).toMatchObject({ channel: { value: 'service', supplied: { why: 'own' } } });
    expect(await people.post(`${of(north)}/inherit`)).toMatchObject({ status: 200 });
    expect((await people.get(of(north))).body).toMatchObject({ channel: { value: 'service', supplied: { why: 'inherited' } } });
  });

  it('are changed with a token of that subsidiary, and no other one', async () => {
    const { people, north, south } = await acme();
    const token = await people.token({ company: companyId, subsidiaries: [north] });
    expect(await people.post(`${of(north)}/sender-name`, { senderName: 'employee' }, { token })).toMatchObject({ status: 200 });
    expect(await people.post(`${of(south)}/sender-name`, { senderName: 'employee' }, { token })).toMatchObject({ status: 404 });
    expect(await people.get(of(south), token)).toMatchObject({ status: 404 });
    const whole = await people.post(`${company}/mailbox/sender-name`, { senderName: 'employee' }, { token });
    expect(whole).toMatchObject({ status: 403, body: { reason: 'whole-company-only' } });
  });

  it('are not found where there is no such subsidiary', async () => {
    const { people } = await acme();
    expect(await people.get(of('nowhere'))).toMatchObject({ status: 404 });
    expect(await people.post(`${of('external:nowhere')}/individual-address`, { address: 'a@b.example' })).toMatchObject({ status: 404 });
  });
});

describe('an individual address', () => {
  it('is one mailbox’s in its company, however it is written, and free again once it is given up', async () => {
    const { people, north } = await acme();
    const set = (path: string, address: string) => people.post(`${path}/individual-address`, { address });
    expect(await set(`${company}/mailbox`, 'jobs@acme.example')).toMatchObject({ status: 200 });
    expect(await set(of(north), 'JOBS@acme.example')).toMatchObject({ status: 409, body: { reason: 'address-taken' } });
    expect(await set(`${company}/mailbox`, 'karriere@acme.example')).toMatchObject({ status: 200 });
    expect(await set(of(north), 'JOBS@acme.example')).toMatchObject({ status: 200 });
    expect((await people.get(`${company}/mailbox`)).body).toMatchObject({ formerIndividualAddresses: ['jobs@acme.example'] });
    expect(await people.post(`${of(north)}/individual-address/clear`)).toMatchObject({ status: 200 });
    expect(await set(`${company}/mailbox`, 'jobs@acme.example')).toMatchObject({ status: 200 });
  });

  it('may be another company’s too: nobody is told who else has it', async () => {
    const { people } = await acme();
    await people.post('/companies', { slug: 'globex', name: 'Globex', languages: ['de'], timeZone: 'Europe/Berlin' });
    for (const slug of ['acme', 'globex'])
      expect(
        await people.post(`/companies/${companyIdOf(slug)}/mailbox/individual-address`, { address: 'jobs@shared.example' }),
      ).toMatchObject({ status: 200 });
  });

  it('goes to exactly one of two mailboxes that ask at once', async () => {
    const { people, north, south } = await acme();
    const asked = await Promise.all(
      [of(north), of(south)].map((path) => people.post(`${path}/individual-address`, { address: 'jobs@acme.example' })),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is answered as the first time under the same key, and refused as no address', async () => {
    const { people } = await acme();
    const path = `${company}/mailbox/individual-address`;
    const first = await people.post(path, { address: 'jobs@acme.example' }, { key: 'set-1' });
    expect(await people.post(path, { address: 'jobs@acme.example' }, { key: 'set-1' })).toMatchObject({ status: 200, etag: first.etag });
    expect(await people.post(path, { address: 'other@acme.example' }, { key: 'set-1' })).toMatchObject({
      status: 422,
      body: { reason: 'key-used-before' },
    });
    expect(await people.post(path, { address: 'no address' })).toMatchObject({
      status: 422,
      body: { reason: 'address-malformed', field: 'address' },
    });
    expect(await people.post(path, { address: 'acme-jobs@poststelle.test' })).toMatchObject({
      status: 422,
      body: { reason: 'address-is-the-services' },
    });
  });

  it('R6: is entered with the right to the recruiting settings only', async () => {
    const { people } = await acme();
    const token = await people.token({ company: companyId, scopes: ['recruiting-settings:read'] });
    expect(await people.post(`${company}/mailbox/individual-address`, { address: 'jobs@acme.example' }, { token })).toMatchObject({
      status: 403,
    });
  });
});
