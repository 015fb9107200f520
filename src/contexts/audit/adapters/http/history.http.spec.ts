import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeopleApplication } from '#test/people/people-application.js';
import { AuditModule } from '../../audit.module.js';

const folder = mkdtempSync(join(tmpdir(), 'poststelle-history-'));
let app: PeopleApplication;
let auditor: string;
let acme: string;
let globex: string;
let north: string;

beforeAll(async () => {
  app = await PeopleApplication.start(folder, { contexts: [AuditModule] });
  auditor = await app.token({ scopes: ['history:read'] });
  acme = await registered('acme');
  globex = await registered('globex');
  north = (await app.post(`/companies/${acme}/subsidiaries`, { name: 'North', tag: 'north' })).body.subsidiaryId;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function registered(slug: string): Promise<string> {
  const company = { slug, name: `The ${slug}`, languages: ['en'], timeZone: 'Europe/Berlin', externalId: `tenant-${slug}` };
  return (await app.post('/companies', company)).body.companyId;
}

async function candidate(subsidiaryId?: string): Promise<string> {
  const application = { job: 'Baker', ...(subsidiaryId !== undefined && { subsidiaryId }) };
  const answer = await app.post(`/companies/${acme}/candidates`, { name: 'Anna Beispiel', addresses: ['anna@home.example'], application });
  return answer.body.candidateId;
}

const history = (company: string, kind: string, id: string, query = '', token = auditor) =>
  app.get(`/companies/${company}/history/${kind}/${id}${query}`, token);

describe('the history of a thing', () => {
  it('tells every event with actor and explanation, and nothing personal', async () => {
    const { status, body } = await history(acme, 'candidates', await candidate());

    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      {
        revision: 0,
        type: 'candidate.registered',
        schema: '1',
        actor: expect.stringMatching(/^\S+$/),
        facts: { name: '[personal]' },
        explanation: { en: 'The candidate was registered.', de: 'Die sich bewerbende Person wurde erfasst.' },
        previousHash: '',
      },
      { revision: 1, type: 'candidate.address-added', facts: { address: '[personal]' } },
      { revision: 2, type: 'candidate.application-opened', facts: { job: 'Baker' } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/anna/i);
    expect(body.items[1]?.['previousHash']).toBe(body.items[0]?.['hash']);
  });

  it('tells what is erased from what is only hidden', async () => {
    const id = await candidate();
    const { body } = await history(acme, 'candidates', id);
    const [first] = body.items as readonly { facts: { keyId: string } }[];
    await app.keys.destroy(first?.facts.keyId ?? '');

    expect((await history(acme, 'candidates', id)).body.items[0]).toMatchObject({ facts: { name: '[erased]' } });
  });

  it('comes in pages, whose cursors belong to it alone', async () => {
    const id = await candidate();
    const first = (await history(acme, 'candidates', id, '?limit=2')).body;
    expect(first.items.map(({ revision }) => revision)).toEqual([0, 1]);
    const second = (await history(acme, 'candidates', id, `?limit=2&cursor=${first.next ?? ''}`)).body;
    expect(second.items.map(({ revision }) => revision)).toEqual([2]);
    expect(second.next).toBeUndefined();

    const elsewhere = await history(acme, 'candidates', await candidate(), `?cursor=${first.next ?? ''}`);
    expect(elsewhere).toMatchObject({ status: 400, body: { reason: 'cursor-invalid' } });
  });

  it('is there for companies and mailboxes too', async () => {
    expect((await history(acme, 'companies', acme)).body.items[0]).toMatchObject({ type: 'company.registered' });
    const { mailboxId } = (await app.get(`/companies/${acme}/mailbox`)).body;
    expect((await history(acme, 'mailboxes', String(mailboxId))).body.items[0]).toMatchObject({ type: 'mailbox.provisioned' });
  });

  it('is found by the external id', async () => {
    await app.post(`/companies/${acme}/candidates`, { name: 'Bert', addresses: [], externalId: 'applicant-1' });
    expect((await history(acme, 'candidates', 'external:applicant-1')).body.items[0]).toMatchObject({ type: 'candidate.registered' });
    const ofAcme = await history('external:tenant-acme', 'companies', 'external:tenant-acme');
    expect(ofAcme.body.items[0]).toMatchObject({ type: 'company.registered', facts: { slug: 'acme' } });
    expect((await history(acme, 'companies', 'external:tenant-globex')).status).toBe(404);
  });

  it('of another company is not found, under its own path as under ours', async () => {
    const id = await candidate();
    const theirs = await app.token({ scopes: ['history:read'], company: globex });
    expect((await history(globex, 'candidates', id, '', theirs)).status).toBe(404);
    expect((await history(acme, 'candidates', id, '', theirs)).status).toBe(404);
    expect((await history(globex, 'candidates', `${acme}.${id}`, '', theirs)).status).toBe(404);
  });

  it('is shown to a token limited to subsidiaries only where all of it is theirs', async () => {
    const limited = await app.token({ scopes: ['history:read'], company: acme, subsidiaries: [north] });
    const [here, parents] = [await candidate(north), await candidate()];
    expect((await history(acme, 'candidates', here, '', limited)).status).toBe(200);
    expect((await history(acme, 'candidates', parents, '', limited)).status).toBe(404);
    expect((await history(acme, 'companies', acme, '', limited)).status).toBe(404);

    const own = `/companies/${acme}/subsidiaries/${north}/mailbox`;
    await app.post(`${own}/sender-name`, { senderName: 'employee' });
    const mailboxes = [
      (await app.get(own, await app.token())).body['mailboxId'],
      (await app.get(`/companies/${acme}/mailbox`, await app.token())).body['mailboxId'],
    ];
    const statuses = await Promise.all(mailboxes.map(async (id) => (await history(acme, 'mailboxes', String(id), '', limited)).status));
    expect(statuses).toEqual([200, 404]);

    await app.post(`/companies/${acme}/candidates/${here}/applications`, { job: 'Cook' });
    expect((await history(acme, 'candidates', here, '', limited)).status).toBe(404);
  });

  it.each([
    ['cabbages', 'x', 404, 'no-such-history'],
    ['candidates', '00000000-0000-4000-8000-000000000000', 404, 'not-found'],
    ['candidates', '%2e%2e%2f', 404, 'not-found'],
    ['candidates', `x?limit=0`, 400, 'input-invalid'],
    ['candidates', `x?cursor=nonsense`, 400, 'cursor-invalid'],
  ])('of %s/%s is refused with a reason', async (kind, id, status, reason) => {
    expect(await history(acme, kind, id)).toMatchObject({ status, body: { reason } });
  });

  it('needs its own scope', async () => {
    expect((await history(acme, 'companies', acme, '', await app.token({ scopes: ['messages:read'] }))).status).toBe(403);
  });
});
