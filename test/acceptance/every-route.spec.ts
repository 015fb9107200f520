import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, Api } from '#test/service/api.js';
import { type CompanyDesk, factsOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { filled, guardedOperations, type Operation } from '#test/service/operations.js';

const nobody = '0b7e3f0c-52c4-5a86-9a38-8f0f6b1b1a55';
let room: Mailroom;
let acme: CompanyDesk;
let globex: CompanyDesk;
let operations: readonly Operation[];
/** Things of Acme's, by the name of their placeholder. */
let ofAcme: Readonly<Record<string, string>>;

beforeAll(async () => {
  room = await Mailroom.open({ POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000' });
  [acme, globex] = [await room.company('acme'), await room.company('globex')];
  const { candidateId } = await acme.candidate();
  const messageId = textOf((await acme.write(candidateId))['messageId']);
  ofAcme = { companyId: acme.id, candidateId, messageId, kind: 'candidates', id: candidateId };
  operations = await guardedOperations(room.platform);
}, 60_000);
afterAll(() => room.close());

function inCompanies(): readonly Operation[] {
  return operations.filter(({ path }) => path.includes('{companyId}'));
}

function ask(api: Api, operation: Operation, path: string, body: unknown = {}): Promise<Answer> {
  return api.ask(operation.method, path, operation.method === 'GET' ? {} : { body });
}

function reasonOf({ body }: Answer): unknown {
  return factsOf(body)['reason'];
}

describe('every route', () => {
  it('is listed with what it needs', () => {
    expect(inCompanies().length).toBeGreaterThan(40);
  });

  it('wants a token', async () => {
    for (const operation of operations) {
      const answer = await ask(new Api(room.service, undefined), operation, filled(operation, ofAcme, 'any'));
      expect([operation.path, answer.status, reasonOf(answer)]).toEqual([operation.path, 401, 'token-missing']);
    }
  });

  it('wants a scope', async () => {
    const analyst = await tokenWith('analytics:read');
    const recruiter = await tokenWith('messages:read');
    for (const operation of inCompanies()) {
      const api = operation.scopes?.includes('analytics:read') === true ? recruiter : analyst;
      const answer = await ask(api, operation, filled(operation, ofAcme, 'any'));
      expect([operation.path, answer.status, reasonOf(answer)]).toEqual([operation.path, 403, 'scope-missing']);
    }
  });

  it('of another company is not found, like one of a company that does not exist', async () => {
    for (const operation of inCompanies()) {
      const told = await ask(globex.api, operation, filled(operation, ofAcme, 'any'));
      const untold = await ask(globex.api, operation, filled(operation, { ...ofAcme, companyId: nobody }, 'any'));
      for (const answer of [told, untold])
        expect([operation.path, answer.status, reasonOf(answer)]).toEqual([operation.path, 404, 'not-found']);
      const words = ({ body }: Answer) => ({ ...factsOf(body), correlationId: '' });
      expect(words(told)).toEqual(words(untold));
    }
  });

  it("finds nothing of another company's under its own path", async () => {
    for (const operation of inCompanies()) {
      if (!/\{(candidateId|messageId|id)\}/.test(operation.path)) continue;
      const answer = await ask(globex.api, operation, filled(operation, { ...ofAcme, companyId: globex.id }, '0'));
      const told = JSON.stringify(answer.body);
      expect([operation.path, answer.status < 300 && factsOf(answer.body)['total'] !== 0]).toEqual([operation.path, false]);
      for (const value of ['anna', 'Anna']) expect(told).not.toContain(value);
    }
  });

  it('answers bad input with a problem that says so, never with a fault', async () => {
    const bodies: readonly unknown[] = [
      {},
      [],
      null,
      'text',
      7,
      { unknown: 1 },
      everyFieldAs(7),
      everyFieldAs(['']),
      everyFieldAs({}),
      everyFieldAs('\u0000'),
      everyFieldAs('x'.repeat(10_000)),
    ];
    const ids = ['x', '%00', '..%2f..', 'external:', 'external:%00', 'external:nobody', nobody, 'x'.repeat(500), '%F0%9F%92%A9'];
    const queries = [
      'limit=0',
      'limit=x',
      'cursor=x',
      'waitFor=x',
      'waitFor=sqlite-0:1',
      'filter=x',
      'state=x',
      'unknown=1',
      'from=x&to=y',
    ];
    for (const operation of inCompanies()) {
      const path = filled(operation, ofAcme, 'x');
      const strange = ids.map((id) => filled(operation, { companyId: acme.id }, id));
      const asked =
        operation.method === 'GET'
          ? [...strange, ...queries.map((query) => `${path}?${query}`)].map((each) => ask(acme.api, operation, each))
          : [...bodies.map((body) => ask(acme.api, operation, path, body)), ...strange.map((each) => ask(acme.api, operation, each))];
      for (const answer of await Promise.all(asked)) expectNoFault(operation, answer);
    }
  }, 120_000);
});

/** Whatever a body may be asked for, all of it wrong in the same way. */
function everyFieldAs(value: unknown) {
  const names = [
    'slug',
    'name',
    'languages',
    'timeZone',
    'tag',
    'externalId',
    'addresses',
    'address',
    'application',
    'applicationId',
    'candidateId',
    'subject',
    'text',
    'html',
    'attachments',
    'to',
    'reason',
    'senderName',
    'value',
    'job',
    'automatic',
    'answers',
  ];
  return Object.fromEntries(names.map((name) => [name, value]));
}

async function tokenWith(scope: string): Promise<Api> {
  return new Api(room.service, await room.service.cli('token', '--company', 'acme', '--scope', scope));
}

function expectNoFault({ method, path }: Operation, answer: Answer): void {
  const told = `${method} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body).slice(0, 300)}`;
  if (answer.status >= 500) throw new Error(told);
  if (answer.status < 400) return;
  expect([told, answer.headers.get('content-type')]).toEqual([told, expect.stringContaining('application/problem+json')]);
  expect([told, factsOf(answer.body)]).toEqual([told, expect.objectContaining({ reason: expect.any(String), detail: expect.any(String) })]);
}
