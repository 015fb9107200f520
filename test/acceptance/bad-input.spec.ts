import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DescribedApi, namesInPath, type Operation } from '#test/service/described-api.js';
import { factsOf, Mailroom } from '#test/service/mailroom.js';
import { type PlainAnswer, PlainHttp, type PlainRequest } from '#test/service/plain-http.js';
import { ProblemJudge, reasonOf } from '#test/service/problem-details.js';
import { sideBySide } from '#test/service/side-by-side.js';
import { badBodies, badHeaders, badIds, badJson, badQueries, mark } from './bad-values.js';
import { everythingReadable } from './everything-readable.js';
import { type FurnishedCompany, furnished } from './furnished-company.js';
import { bodyFor, fillingsOf, requestFor } from './requests-of.js';

interface Attack {
  readonly what: string;
  /** The property that the refusal must name. */
  readonly field?: string;
  readonly request: PlainRequest;
}

let room: Mailroom;
let http: PlainHttp;
let api: DescribedApi;
let judge: ProblemJudge;
let acme: FurnishedCompany;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  room = await Mailroom.open({ POSTSTELLE_HTTP_RATE_PER_MINUTE: '1000000' });
  http = new PlainHttp(room.service.httpPort);
  [api, judge] = await Promise.all([DescribedApi.of(room.service), ProblemJudge.of(room.service)]);
  acme = await furnished(room, 'acme');
  before = await everythingReadable(http, api.ofCompanies, acme);
}, 60_000);

afterAll(async () => {
  http.close();
  await room.close();
});

describe('bad input to every operation is refused with a sentence, without repeating it, and changes nothing', () => {
  it('a body that is no JSON object', async () => {
    await refused((operation) =>
      commands(operation, (request) =>
        Object.entries(badJson).map(([what, body]) => ({ what, request: { ...request, body, headers: ofJson(request) } })),
      ),
    );
  });

  it('another content type than JSON, or none', async () => {
    const types = [
      'text/plain',
      'text/html',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      mark,
      '',
    ];
    await refused((operation) =>
      commands(operation, (request) =>
        types.map((type) => ({
          what: `as "${type}"`,
          request: { ...request, body: mark, headers: { ...request.headers, 'content-type': type } },
        })),
      ),
    );
  });

  it('two content types, whichever comes first', async () => {
    const json = 'application/json';
    const body = JSON.stringify({ slug: mark, name: 'Two', languages: ['en'], timeZone: 'Europe/Berlin' });
    for (const types of [[json, 'text/plain'], ['text/plain', json], [json, json], [`${json}, text/plain`]]) {
      const headers = { authorization: `Bearer ${room.platform.token}`, 'content-type': types };
      const answer = await http.ask({ method: 'POST', path: '/api/v1/companies', headers, body });
      expect([answer.status, reasonOf(answer), judge.faultOf(answer, mark)]).toEqual([415, 'media-type-unsupported', undefined]);
    }
  });

  it('an empty body where fields are needed', async () => {
    await refused((operation) =>
      (operation.body?.required.length ?? 0) === 0
        ? []
        : commands(operation, (request) => [
            { what: 'empty', request: { ...request, body: '', headers: ofJson(request) } },
            { what: 'no body', request },
          ]),
    );
  });

  it('each property missing, null, of another type, too long, with control characters, and unknown ones', async () => {
    const count = await refused((operation) =>
      commands(operation, (request) => {
        const { body } = operation;
        const bad =
          body === undefined
            ? [{ what: 'unknown field', field: 'unknownField', value: { unknownField: mark } }]
            : badBodies(body, bodyFor(body, acme));
        return bad.map(({ what, field, value }) => ({
          what,
          field,
          request: { ...request, body: JSON.stringify(value), headers: ofJson(request) },
        }));
      }),
    );
    expect(count).toBeGreaterThan(300);
  });

  it('attachments whose content is not base64', async () => {
    const send = api.operations.filter(({ body }) => body?.properties['attachments'] !== undefined);
    expect(send).toHaveLength(1);
    const bad = [`${mark}*`, 'SGVsbG8', 'SGVs bG8=', 'SGVsbG8=\n', '====', '-_-_'];
    await refused(
      (operation) =>
        commands(operation, (request) =>
          bad.map((content) => {
            const attachments = [{ name: 'cv.pdf', contentType: 'application/pdf', content }];
            const body = JSON.stringify({ subject: 'Hello', text: 'Hello.', attachments });
            return { what: content, request: { ...request, body, headers: ofJson(request) } };
          }),
        ),
      send,
    );
  });

  it('ids that are none', async () => {
    await refused((operation) => {
      const names = namesInPath(operation.path);
      const [good = {}] = fillingsOf(operation, acme);
      return names.flatMap((name) => badIds.map((id) => ({ what: `${name} ${id}`, request: withId(operation, good, name, id) })));
    });
  });

  it('headers that cannot be read', async () => {
    await refused((operation) =>
      commands(operation, (request) =>
        Object.entries(badHeaders).flatMap(([name, values]) =>
          values.map((value) => ({
            what: `${name} ${value}`,
            request: { ...withGoodBody(operation, request), headers: { ...ofJson(request), [name]: value } },
          })),
        ),
      ),
    );
  });

  it('no Idempotency-Key where mail is sent', async () => {
    const sending = api.operations.filter(({ parameters }) =>
      parameters.some(({ name, required }) => name === 'Idempotency-Key' && required),
    );
    expect(sending.length).toBeGreaterThan(2);
    const answers = await sideBySide(sending, (operation) => {
      const [filling = {}] = fillingsOf(operation, acme);
      const request = requestFor(operation, filling, undefined);
      const headers = { authorization: `Bearer ${acme.desk.api.token ?? ''}`, 'content-type': 'application/json' };
      return http.ask({ ...withGoodBody(operation, request), headers });
    });
    expect(answers.map(reasonOf)).toEqual(sending.map(() => 'idempotency-key-missing'));
  });

  it('queries that cannot be read', async () => {
    await refused((operation) => {
      const [filling = {}] = fillingsOf(operation, acme);
      const ask = (query: Readonly<Record<string, string>>) => requestFor(operation, filling, tokenFor(operation), { query });
      const bad = operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name }) =>
          (badQueries[name] ?? badQueries[''] ?? []).map((value) => ({ what: `${name}=${value}`, request: ask({ [name]: value }) })),
        );
      const twice = bad
        .slice(0, 1)
        .map(({ request }) => ({ what: 'twice', request: { ...request, path: `${request.path}&${request.path.split('?')[1] ?? ''}` } }));
      return [...bad, ...twice, { what: 'unknown parameter', request: ask({ unknownParameter: mark }) }];
    }, api.guarded);
  });

  it('methods and paths that are not served', async () => {
    const paths = [...new Set(api.operations.map(({ path }) => path.replaceAll(/\{\w+\}/g, mark)))];
    const attacks = paths.flatMap((path) =>
      ['PUT', 'DELETE', 'PATCH'].map((method) => ({
        what: `${method} ${path}`,
        request: { method, path, headers: { authorization: `Bearer ${acme.desk.api.token ?? ''}` } },
      })),
    );
    const more = ['/', `/${mark}`, `/api/v1/${mark}`, '/api/v1/companies/', `/api/v1/%zz${mark}`, `/api/v1//companies/${mark}`].map(
      (path) => ({ what: path, request: { method: 'GET', path } }),
    );
    expect(await faultsOf([...attacks, ...more])).toEqual([]);
  });

  it('after all of it the service is ready and everything is as it was', async () => {
    expect((await http.ask({ method: 'GET', path: '/readyz' })).status).toBe(200);
    expect(room.service.output).not.toMatch(/failed by a fault of the service/);
    expect(room.service.output).not.toContain(mark);
    expect(await everythingReadable(http, api.ofCompanies, acme)).toEqual(before);
  });
});

/** Attacks on each operation; answers how many there were. */
async function refused(attacksOn: (operation: Operation) => readonly Attack[], operations = api.operations): Promise<number> {
  const attacks = operations.flatMap((operation) =>
    attacksOn(operation).map((attack) => ({ ...attack, what: `${operation.name}: ${attack.what}` })),
  );
  expect(attacks.length).toBeGreaterThan(0);
  expect(await faultsOf(attacks)).toEqual([]);
  return attacks.length;
}

async function faultsOf(attacks: readonly Attack[]): Promise<readonly string[]> {
  const faults = await sideBySide(attacks, async ({ what, field, request }) => {
    const answer = await http.ask(withKeyOfItsOwn(request));
    const fault = judge.faultOf(answer, mark) ?? (field === undefined ? undefined : unnamed(field, answer));
    return fault === undefined ? [] : [`${what.slice(0, 200)}: ${fault}`];
  });
  return faults.flat();
}

/** Under the key of another attack an answer would say something about the key. */
function withKeyOfItsOwn(request: PlainRequest): PlainRequest {
  const key = request.headers?.['idempotency-key'];
  return key?.length === 36 ? { ...request, headers: { ...request.headers, 'idempotency-key': randomUUID() } } : request;
}

function unnamed(field: string, { text }: PlainAnswer): string | undefined {
  const { errors = [], field: named } = factsOf(JSON.parse(text));
  const told = [named, ...(Array.isArray(errors) ? errors.map((each) => factsOf(each)['field']) : [])];
  return told.some((each) => typeof each === 'string' && each.split('.')[0] === field) ? undefined : `does not name ${field}: ${text}`;
}

/** Attacks on a command whose ids are good. */
function commands(operation: Operation, attacks: (request: PlainRequest) => readonly Attack[]): readonly Attack[] {
  if (operation.method === 'GET') return [];
  const [filling = {}] = fillingsOf(operation, acme);
  return attacks(requestFor(operation, filling, tokenFor(operation)));
}

function withGoodBody({ body }: Operation, request: PlainRequest): PlainRequest {
  return body === undefined ? request : { ...request, body: JSON.stringify(bodyFor(body, acme)) };
}

function withId(operation: Operation, good: Readonly<Record<string, string>>, name: string, id: string): PlainRequest {
  const request = requestFor(operation, { ...good, [name]: 'HERE' }, tokenFor(operation));
  return { ...withGoodBody(operation, request), headers: ofJson(request), path: request.path.replace('HERE', id) };
}

function ofJson({ headers = {} }: PlainRequest): Readonly<Record<string, string>> {
  return { ...headers, 'content-type': 'application/json' };
}

function tokenFor({ path }: Operation): string | undefined {
  return path.includes('{companyId}') ? acme.desk.api.token : room.platform.token;
}
