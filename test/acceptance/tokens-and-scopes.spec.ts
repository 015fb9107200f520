import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyIdOf } from '#platform/event-store/identity.js';
import { scopes } from '#platform/http/scopes.js';
import { DescribedApi, namesInPath, type Operation } from '#test/service/described-api.js';
import { Mailroom } from '#test/service/mailroom.js';
import { PlainHttp } from '#test/service/plain-http.js';
import { ProblemJudge, reasonOf } from '#test/service/problem-details.js';
import { sideBySide } from '#test/service/side-by-side.js';
import { tampered, TokenSmith, unsigned } from '#test/service/token-smith.js';
import { requestFor } from './requests-of.js';

const everything = scopes.join(' ');
let room: Mailroom;
let http: PlainHttp;
let api: DescribedApi;
let judge: ProblemJudge;
let smith: TokenSmith;
let acme: string;

beforeAll(async () => {
  room = await Mailroom.open({ POSTSTELLE_HTTP_RATE_PER_MINUTE: '1000000' });
  http = new PlainHttp(room.service.httpPort);
  [api, judge, smith] = await Promise.all([DescribedApi.of(room.service), ProblemJudge.of(room.service), TokenSmith.of(room.service)]);
  acme = (await room.company('acme')).id;
}, 60_000);

afterAll(async () => {
  http.close();
  await room.close();
});

describe('a token that is not accepted', () => {
  const made: Readonly<Record<string, () => Promise<string>>> = {
    'has run out': () => smith.make({ company: acme, scope: everything, expiresIn: -60 }),
    'is for another service': () => smith.make({ company: acme, scope: everything, audience: 'payroll' }),
    'is of another issuer': () => smith.make({ company: acme, scope: everything, issuer: 'https://elsewhere.example' }),
    'is signed with another key': () => TokenSmith.stranger().make({ company: acme, scope: everything }),
    'was changed after it was signed': async () =>
      tampered(await smith.make({ company: randomUUID(), scope: everything }), { company: acme }),
    'is not signed': async () => unsigned(await smith.make({ company: acme, scope: everything })),
    'is no token': async () => 'zq7x-no-token',
  };

  it.each(Object.keys(made))('is refused everywhere where it %s', async (what) => {
    const token = (await made[what]?.()) ?? '';
    expect(await refusedEverywhere(api.guarded, token, 401, 'token-invalid', acme)).toEqual([]);
  });

  it('is refused everywhere where it is missing', async () => {
    expect(await refusedEverywhere(api.guarded, undefined, 401, 'token-missing', acme)).toEqual([]);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'bearer\tx', `Bearer ${'x'.repeat(9_000)}`])(
    'is refused as %.20s',
    async (authorization) => {
      const answer = await http.ask({ method: 'GET', path: `/api/v1/companies/${acme}`, headers: { authorization } });
      expect(answer).toMatchObject({ status: 401, headers: { 'www-authenticate': expect.stringMatching(/^Bearer /) } });
      expect(judge.faultOf(answer)).toBeUndefined();
    },
  );
});

describe('scopes', () => {
  it('every operation of a company wants what the document says: all other scopes together are not enough', async () => {
    const faults = await sideBySide(api.ofCompanies, async (operation) => {
      const tokens = await Promise.all(lacking(operation).map((scope) => smith.make({ company: acme, scope })));
      return Promise.all(tokens.map((token) => faultOf(operation, token, 403, 'scope-missing', acme)));
    });
    expect(faults.flat(2).filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('a token without any scope, or with one that does not exist, may nothing', async () => {
    for (const scope of ['', 'everything *'])
      expect(await refusedEverywhere(api.ofCompanies, await smith.make({ company: acme, scope }), 403, 'scope-missing', acme)).toEqual([]);
  });

  it('what is asked of the platform needs a token of the platform, and its scope', async () => {
    const ofPlatform = api.guarded.filter(({ path }) => !path.includes('{companyId}'));
    expect(ofPlatform.map(({ name }) => name)).toContain('POST /api/v1/companies');
    const ofCompany = await smith.make({ company: acme, scope: everything });
    expect(await refusedEverywhere(ofPlatform, ofCompany, 403, 'platform-token-needed', acme)).toEqual([]);
    const faults = await sideBySide(ofPlatform, async (operation) => {
      const tokens = await Promise.all(lacking(operation).map((scope) => smith.make({ company: '*', scope })));
      return Promise.all(tokens.map((token) => faultOf(operation, token, 403, 'scope-missing', acme)));
    });
    expect(faults.flat().filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('the operator’s company is open to the scope `operations` alone', async () => {
    const operator = companyIdOf('operator');
    const without = await smith.make({ company: '*', scope: scopes.filter((scope) => scope !== 'operations').join(' ') });
    expect(await refusedEverywhere(api.ofCompanies, without, 403, 'scope-missing', operator)).toEqual([]);
    const allowed = await smith.make({ company: '*', scope: 'operations' });
    for (const path of ['', '/messages/to-assign']) {
      const answer = await http.ask({
        method: 'GET',
        path: `/api/v1/companies/${operator}${path}`,
        headers: { authorization: `Bearer ${allowed}` },
      });
      expect([path, answer.status]).toEqual([path, 200]);
    }
  });
});

/** Scopes with which an operation must be refused: all but those that it needs, once for each that it needs. */
function lacking({ scopes: needed }: Operation): readonly string[] {
  const missing = needed.includes(' or ') ? [needed.split(' or ')] : needed.split(' and ').map((scope) => [scope]);
  return missing.map((left) => scopes.filter((scope) => !left.includes(scope)).join(' '));
}

async function refusedEverywhere(
  operations: readonly Operation[],
  token: string | undefined,
  status: number,
  reason: string,
  companyId: string,
) {
  const faults = await sideBySide(operations, (operation) => faultOf(operation, token, status, reason, companyId));
  expect(operations.length).toBeGreaterThan(0);
  return faults.filter((fault) => fault !== undefined);
}

async function faultOf(operation: Operation, token: string | undefined, status: number, reason: string, companyId: string) {
  const filling = Object.fromEntries(namesInPath(operation.path).map((name) => [name, name === 'companyId' ? companyId : randomUUID()]));
  const answer = await http.ask(requestFor(operation, filling, token));
  const fault = judge.faultOf(answer, token);
  if (fault !== undefined) return `${operation.name}: ${fault}`;
  return answer.status === status && reasonOf(answer) === reason
    ? undefined
    : `${operation.name}: ${String(answer.status)} ${reasonOf(answer)}`;
}
