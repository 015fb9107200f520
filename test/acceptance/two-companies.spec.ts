import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DescribedApi, type Operation } from '#test/service/described-api.js';
import { facts, factsOf, headerOf, itemsOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { type PlainAnswer, PlainHttp, type PlainRequest } from '#test/service/plain-http.js';
import { ProblemJudge, reasonOf } from '#test/service/problem-details.js';
import { sideBySide } from '#test/service/side-by-side.js';
import { everythingReadable } from './everything-readable.js';
import { type FurnishedCompany, furnished } from './furnished-company.js';
import { foreignBodies, foreignPaths } from './foreign-ids.js';
import { bodyFor, fillingsOf, requestFor } from './requests-of.js';

let room: Mailroom;
let http: PlainHttp;
let api: DescribedApi;
let judge: ProblemJudge;
let acme: FurnishedCompany;
let globex: FurnishedCompany;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  room = await Mailroom.open({ POSTSTELLE_HTTP_RATE_PER_MINUTE: '1000000' });
  http = new PlainHttp(room.service.httpPort);
  [api, judge] = await Promise.all([DescribedApi.of(room.service), ProblemJudge.of(room.service)]);
  [acme, globex] = await Promise.all([furnished(room, 'acme'), furnished(room, 'globex')]);
  before = await everythingReadable(http, api.ofCompanies, acme);
}, 60_000);

afterAll(async () => {
  http.close();
  await room.close();
});

describe('two companies', () => {
  it('each can read all that is its own', () => {
    expect(Object.entries(before).filter(([, answer]) => !answer.startsWith('200 '))).toEqual([]);
    expect(Object.keys(before).length).toBeGreaterThan(25);
  });

  it('with the other’s token a company is told about like one that does not exist, whatever is asked', async () => {
    const faults = await collected(api.ofCompanies, async (operation) => {
      const [filling = {}] = fillingsOf(operation, acme);
      const wanted = operation.body === undefined ? {} : { body: bodyFor(operation.body, acme) };
      const theirs = await http.ask(requestFor(operation, filling, globex.desk.api.token, wanted));
      const nobodys = await http.ask(requestFor(operation, { ...filling, companyId: randomUUID() }, globex.desk.api.token, wanted));
      if (theirs.status !== 404) return [`answered ${String(theirs.status)}`];
      return [
        judge.faultOf(theirs, acme.desk.id),
        told(theirs) === told(nobodys) ? undefined : `${told(theirs)} differs from ${told(nobodys)}`,
      ];
    });
    expect(faults).toEqual([]);
  });

  it('the other’s ids in one’s own paths are not found, not by an external id either', async () => {
    const faults = await refusals(foreignPaths(api.ofCompanies, { of: acme, at: globex }), [404]);
    expect(faults).toEqual([]);
  });

  it('the other’s ids in a body are refused', async () => {
    const requests = foreignBodies(api.ofCompanies, { of: acme, at: globex });
    expect(requests.length).toBeGreaterThan(10);
    expect(await refusals(requests, [404, 409, 422])).toEqual([]);
  });

  it('the other’s cursors are refused, and a position of the other’s shows nothing of it', async () => {
    const lists = api.ofCompanies.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
    const cursors = await sideBySide(lists, (list) => cursorOf(list));
    expect(cursors.filter((cursor) => cursor !== undefined).length).toBeGreaterThan(5);
    const faults = await collected(lists, async (list) => {
      const cursor = cursors[lists.indexOf(list)];
      if (cursor === undefined) return [];
      const [filling = {}] = fillingsOf(list, globex);
      const answer = await http.ask(requestFor(list, filling, globex.desk.api.token, { query: { cursor, limit: '1' } }));
      return [judge.faultOf(answer, cursor) ?? (reasonOf(answer) === 'cursor-invalid' ? undefined : reasonOf(answer))];
    });
    expect(faults).toEqual([]);
    const [plain, waited] = await sideBySide([{}, { waitFor: acme.position }], (query) =>
      http.ask({ ...asked(globex, '/candidates', query), method: 'GET' }),
    );
    expect(waited).toMatchObject({ status: 200, text: plain?.text });
  });

  it('an address of the other’s candidate is unknown here: no candidate, no warning', async () => {
    expect(itemsOf(await globex.desk.get(`/candidates?address=${acme.address}`))).toEqual([]);
    const registered = await globex.desk.post('/candidates', { name: 'Anna of acme', addresses: [acme.address] });
    expect(registered).toMatchObject({ status: 201, body: { warnings: [] } });
  });

  it('nobody writes here in the name of the other’s employee', async () => {
    await globex.desk.post('/mailbox/sender-name', { senderName: 'employee' });
    const headers = { 'poststelle-on-behalf-of': acme.employeeId };
    const sent = await globex.desk.post(`/candidates/${globex.candidateId}/messages`, { subject: 'Hello', text: 'Hello.' }, { headers });
    expect(sent).toMatchObject({ status: 202, body: { warnings: expect.arrayContaining(['writer-unknown']) } });
    const mail = await globex.desk.outgoing(textOf(facts(sent)['messageId']));
    expect(headerOf(mail, 'From')).not.toContain('Erika acme');
  });

  it('a token of the platform reaches both', async () => {
    for (const { desk } of [acme, globex]) {
      const answers = await sideBySide(['', '/mailbox', '/candidates', '/messages/to-assign'], (path) =>
        room.platform.get(`/companies/${desk.id}${path}`),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  });

  it('after all of it nothing of the first company has changed', async () => {
    expect(await everythingReadable(http, api.ofCompanies, acme)).toEqual(before);
  });
});

/** All but the correlation id and what every answer has of its own. */
function told({ status, headers, text }: PlainAnswer): string {
  const names = Object.keys(headers).sort().join(' ');
  return `${String(status)} ${names} ${text.replace(/"correlationId":"[^"]*"/, '')}`;
}

async function refusals(requests: readonly PlainRequest[], allowed: readonly number[]): Promise<readonly string[]> {
  const faults = await sideBySide(requests, async (request) => {
    const answer = await http.ask(request);
    const fault = judge.faultOf(answer) ?? (reasonOf(answer) === 'input-invalid' ? 'was refused for its form' : undefined);
    const found = fault ?? (allowed.includes(answer.status) ? undefined : `answered ${String(answer.status)} ${reasonOf(answer)}`);
    return found === undefined ? [] : [`${request.method} ${request.path} ${String(request.body ?? '')}: ${found}`];
  });
  return faults.flat();
}

async function collected(
  operations: readonly Operation[],
  judgeOne: (operation: Operation) => Promise<readonly (string | undefined)[]>,
): Promise<readonly string[]> {
  const faults = await sideBySide(operations, judgeOne);
  return operations.flatMap(({ name }, index) =>
    (faults[index] ?? []).flatMap((fault) => (fault === undefined ? [] : [`${name}: ${fault}`])),
  );
}

async function cursorOf(list: Operation): Promise<string | undefined> {
  const [filling = {}] = fillingsOf(list, acme);
  const answer = await http.ask(requestFor(list, filling, acme.desk.api.token, { query: { limit: '1' } }));
  const { next } = factsOf(JSON.parse(answer.text));
  return typeof next === 'string' ? next : undefined;
}

function asked({ desk }: FurnishedCompany, path: string, query: Readonly<Record<string, string>>): Omit<PlainRequest, 'method'> {
  return {
    path: `/api/v1/companies/${desk.id}${path}?${new URLSearchParams(query).toString()}`,
    headers: { authorization: `Bearer ${desk.api.token ?? ''}` },
  };
}
