import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyId, ConnectionDesk, refusesLogin } from '#test/mailbox/connection-desk.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
const company = `/companies/${companyId}`;
let desk: ConnectionDesk;
let whole: string;
let ofNorth: string;

beforeAll(async () => {
  desk = await ConnectionDesk.open(newFolder());
  whole = await desk.people.token({ now: desk.clock.now() });
  for (const tag of ['north', 'south'])
    await desk.people.post(`${company}/subsidiaries`, { name: tag, tag, externalId: tag }, { token: whole });
  const { items } = (await desk.people.get(`${company}/subsidiaries`, whole)).body;
  const north = String(items.find(({ tag }) => tag === 'north')?.['subsidiaryId']);
  ofNorth = await desk.people.token({ now: desk.clock.now(), company: companyId, subsidiaries: [north] });
});
afterAll(() => desk.close());

const mailboxes = {
  company: { path: `${company}/mailbox`, address: 'jobs@acme.example' },
  north: { path: `${company}/subsidiaries/external:north/mailbox`, address: 'jobs@north.example' },
  south: { path: `${company}/subsidiaries/external:south/mailbox`, address: 'jobs@south.example' },
} as const;

/** The tests of that mailbox, and one of them, which is a set-up that its server refuses. */
async function testsOf(whose: keyof typeof mailboxes) {
  const { path, address } = mailboxes[whose];
  const settings = { host: 'mail.acme.example', port: 587, account: address, password: 'p4ss' };
  desk.server = async () => refusesLogin;
  await desk.people.post(`${path}/individual-address`, { address }, { token: whole });
  const refused = await desk.people.post(`${path}/smtp-connection`, settings, { token: whole });
  const { testId } = refused.body['facts'] as { readonly testId: string };
  return { tests: `${path}/tests`, testId };
}

/** A report is a text, and a refusal is not. */
async function get(path: string, token: string) {
  const answer = await desk.people.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } });
  return { status: answer.statusCode, text: answer.body };
}

describe('tests of connections, for a token limited to a subsidiary', () => {
  it.each(['company', 'south'] as const)('are not found where they are those of %s, listed, singly or as a report', async (whose) => {
    const { tests, testId } = await testsOf(whose);
    for (const path of [tests, `${tests}/${testId}`, `${tests}/${testId}/report`]) {
      expect([path, (await get(path, whole)).status]).toEqual([path, 200]);
      const { status, text } = await get(path, ofNorth);
      expect([path, status, JSON.parse(text)]).toMatchObject([path, 404, { reason: 'not-found' }]);
      for (const told of ['mail.acme.example', mailboxes[whose].address, '535']) expect(text).not.toContain(told);
    }
  });

  it('are not found by their id at its own mailbox either', async () => {
    const { testId } = await testsOf('company');
    const { tests } = await testsOf('north');
    for (const path of [`${tests}/${testId}`, `${tests}/${testId}/report`]) expect((await get(path, ofNorth)).status).toBe(404);
  });

  it('are read where they are its own, listed, singly and as a report', async () => {
    const { tests, testId } = await testsOf('north');
    for (const path of [tests, `${tests}/${testId}`, `${tests}/${testId}/report`]) {
      const { status, text } = await get(path, ofNorth);
      expect([path, status]).toEqual([path, 200]);
      for (const told of [testId, mailboxes.north.address, '535 5.7.8']) expect(text).toContain(told);
    }
  });
});
