import { afterEach, describe, expect, it } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { MessagingModule } from '../../../messaging/messaging.module.js';
import { ChangesModule } from '../../public/index.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];
const companyId = companyIdOf('acme');
const company = `/companies/${companyId}`;

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

async function acme() {
  const people = await PeopleApplication.start(newFolder(), {
    contexts: [MessagingModule, ChangesModule],
    environment: { POSTSTELLE_SMTP_PORT: '0' },
  });
  running.push(people);
  for (const slug of ['acme', 'globex'])
    await people.post('/companies', { slug, name: slug, languages: ['de'], timeZone: 'Europe/Berlin' });
  const token = await people.token({ scopes: ['history:read'] });
  const ask = (query: string, path = company) => people.get(`${path}/changes?${query}`, token);
  return { people, ask, token };
}

type Items = readonly Readonly<Record<string, unknown>>[];
const itemsOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => body['items'] as Items;

function candidate(people: PeopleApplication, number: number) {
  return people.post(`${company}/candidates`, {
    name: 'Anna Geheim',
    addresses: [`anna-${number}@secret.example`],
    externalId: `applicant-${number}`,
    application: { job: 'Cook' },
  });
}

describe('what a platform that polls is told', () => {
  it('is in the order of the log, with ids and codes of its own words, and nothing personal or stored', async () => {
    const { people, ask } = await acme();
    const { body } = await candidate(people, 1);
    const answer = await ask(`waitFor=${String(body['position'])}`);
    expect(itemsOf(answer).map(({ type }) => type)).toEqual([
      'company.registered',
      'mailbox.provisioned',
      'candidate.registered',
      'candidate.address-added',
      'application.opened',
    ]);
    expect(itemsOf(answer)[4]).toEqual({
      type: 'application.opened',
      version: 1,
      at: expect.any(String),
      candidateId: body['candidateId'],
      applicationId: body['applicationId'],
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Geheim|secret\.example|applicant-1|keyId|\$sealed|Cook/);
  });

  it('comes each change exactly once while others are written', async () => {
    const { people, ask } = await acme();
    const writing = Promise.all(Array.from({ length: 40 }, (_, number) => candidate(people, number)));
    const seen: string[] = [];
    let after = '';
    const state = { done: false };
    void writing.then(() => (state.done = true));
    for (let quiet = 0; quiet < 3;) {
      const answer = await ask(`limit=7${after === '' ? '' : `&after=${after}`}`);
      after = String(answer.body['next']);
      seen.push(...itemsOf(answer).flatMap(({ type, candidateId }) => (type === 'candidate.registered' ? [String(candidateId)] : [])));
      quiet = state.done && itemsOf(answer).length === 0 ? quiet + 1 : 0;
      if (quiet > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const made = (await writing).map(({ body }) => body['candidateId']);
    expect(seen.toSorted()).toEqual(made.toSorted());
  }, 60_000);

  it('goes on from where it ended, also where there is nothing yet', async () => {
    const { people, ask } = await acme();
    const first = await ask('limit=1000');
    const empty = await ask(`after=${String(first.body['next'])}`);
    expect(empty.body).toMatchObject({ items: [], more: false });
    const { body } = await candidate(people, 1);
    const next = await ask(`after=${String(empty.body['next'])}&waitFor=${String(body['position'])}`);
    expect(itemsOf(next)[0]).toMatchObject({ type: 'candidate.registered' });
  });

  it('is one company’s, and a cursor of another’s is refused', async () => {
    const { ask } = await acme();
    const other = await ask('', `/companies/${companyIdOf('globex')}`);
    expect(itemsOf(other)).toHaveLength(2);
    expect(await ask(`after=${String(other.body['next'])}`)).toMatchObject({ status: 400, body: { reason: 'cursor-invalid' } });
    expect(await ask('after=made-up')).toMatchObject({ status: 400, body: { reason: 'cursor-invalid' } });
  });

  it('is the whole company’s: a token limited to subsidiaries is refused', async () => {
    const { people } = await acme();
    const token = await people.token({ scopes: ['history:read'], company: companyId, subsidiaries: ['north'] });
    expect(await people.get(`${company}/changes`, token)).toMatchObject({ status: 403, body: { reason: 'whole-company-only' } });
  });
});
