import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, LettersApplication } from '#test/http/letters-application.js';
import { at } from '#test/http/at.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const acme = `/companies/${companyIdOf('acme')}`;
const deep = `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
let app: LettersApplication;
let token: string;
let platform: string;

beforeAll(async () => {
  app = await LettersApplication.start({ POSTSTELLE_PUBLIC_URL: 'https://post.example', POSTSTELLE_MAX_OUTBOUND_BYTES: '10240' });
  token = await app.token();
  platform = await app.token({ company: '*', scopes: ['operations'] });
});
afterAll(() => app.close());

function write(body: string | object, headers: Readonly<Record<string, string>> = {}) {
  return app.ask('POST', `${acme}/letters`, token, { body, headers: { 'idempotency-key': 'k', ...headers } });
}

function expectProblem(answer: Answer, status: number, reason: string) {
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': expect.stringContaining('application/problem+json'), 'x-content-type-options': 'nosniff' },
    body: {
      type: `https://post.example/api/v1/problems/${reason}`,
      status,
      reason,
      title: expect.any(String),
      detail: expect.any(String),
      correlationId: answer.headers['x-correlation-id'],
    },
  });
}

describe('a problem (RFC 9457)', () => {
  it('tells a refusal with its reason, field and facts', async () => {
    const { body } = await write({ text: 'to be sealed' });
    const path = `${acme}/letters/${at(body, 'letterId')}/seal`;
    await app.ask('POST', path, token);
    const again = await app.ask('POST', path, token);
    expectProblem(again, 409, 'sealed-already');
    expect(again.body).toMatchObject({ detail: 'It has 1 seal already.', field: 'id', facts: { seals: 1 } });
  });

  it('names every field that is wrong, and unknown ones, and repeats no value', async () => {
    const answer = await write({ text: '', password: 'hunter2' });
    expectProblem(answer, 400, 'input-invalid');
    expect(answer.body).toMatchObject({
      errors: expect.arrayContaining([
        { field: 'password', message: 'unknown field' },
        { field: 'text', message: 'text should not be empty' },
      ]),
    });
    expect(answer.text).not.toContain('hunter2');
  });

  it.each([[[]], [{}], ['null'], ['"text"'], ['7']])('tells a body of another shape: %j', async (body) => {
    expectProblem(await write(body, { 'content-type': 'application/json' }), 400, 'input-invalid');
  });

  it.each([
    '{"text":',
    '{"text":"a"}}',
    '{"__proto__":{"admin":true},"text":"a"}',
    '\u0000',
    '{"text":1e400}',
    '{"text":"\\ud800"}',
    '{"\\ud800":1}',
    deep,
  ])('tells JSON that cannot be read: %.40j', async (body) => {
    expectProblem(await write(body, { 'content-type': 'application/json' }), 400, 'malformed-request');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'tells a body that is no JSON: %s',
    async (type) => {
      expectProblem(await write('text=a', { 'content-type': type }), 415, 'media-type-unsupported');
    },
  );

  it('tells a body that is too large', async () => {
    expectProblem(await write({ text: 'x'.repeat(1_200_000) }), 413, 'body-too-large');
  });

  it('tells a route that is not there, whatever the method', async () => {
    expectProblem(await app.ask('GET', '/nowhere', token), 404, 'no-such-route');
    expectProblem(await app.ask('POST', '/problems', token), 404, 'no-such-route');
  });

  it('tells a path that no server can read', async () => {
    expectProblem(await app.ask('GET', '/problems/%zz', token), 400, 'malformed-request');
  });

  it('tells a path that is too long', async () => {
    expectProblem(await app.ask('GET', `/problems/${'x'.repeat(700)}`, token), 414, 'uri-too-long');
  });

  it('tells rows that stay behind, with when to ask again', async () => {
    const answer = await app.ask('GET', '/faults/behind', platform);
    expectProblem(answer, 503, 'read-model-behind');
    expect(answer.headers['retry-after']).toBe('2');
  });

  it('tells a position of another store', async () => {
    expectProblem(await app.ask('GET', '/faults/foreign', platform), 400, 'position-unknown');
  });

  it('tells an outcome that nobody knows, so that the caller repeats', async () => {
    expectProblem(await app.ask('GET', '/faults/unknown', platform), 503, 'outcome-unknown');
  });

  it('tells a handler that took too long as an outcome that nobody knows', async () => {
    expectProblem(await app.ask('GET', '/faults/timeout', platform), 503, 'outcome-unknown');
  });

  it('tells a fault of the service without a word about its cause', async () => {
    const answer = await app.ask('GET', '/faults/other', platform);
    expectProblem(answer, 500, 'internal-error');
    expect(answer.text).not.toMatch(/hunter2|acme|stack|\.ts/);
  });

  it('tells a refusal that nobody announced without its meaning', async () => {
    expectProblem(await app.ask('GET', '/faults/unregistered', platform), 409, 'never-announced');
  });

  it('is explained under its type, for everybody', async () => {
    const { body } = await app.ask('GET', '/problems', undefined);
    expect(body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ reason: 'sealed-already', status: 409 })]) });
    expect(await app.ask('GET', '/problems/still-running', undefined)).toMatchObject({
      status: 200,
      body: { status: 409, title: 'Still running' },
    });
    expectProblem(await app.ask('GET', '/problems/nonsense', undefined), 404, 'not-found');
  });

  it("carries the caller's correlation id where it is well-formed, or the trace's, or a fresh one", async () => {
    const sent = async (headers: Readonly<Record<string, string>>) =>
      (await app.ask('GET', '/nowhere', token, { headers })).headers['x-correlation-id'];
    expect(await sent({ 'x-correlation-id': '0192f3a45b6c7d8e' })).toBe('0192f3a45b6c7d8e');
    expect(await sent({ 'x-correlation-id': 'Anna_Schmidt' })).not.toBe('Anna_Schmidt');
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    expect(await sent({ traceparent: `00-${trace}-00f067aa0ba902b7-01` })).toBe(trace);
    expect(await sent({ 'x-correlation-id': 'anna@acme.example' })).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('what everybody may ask', () => {
  it('is health, readiness, metrics, the document and its page, from this service alone', async () => {
    expect(await app.ask('GET', '/healthz', undefined)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await app.ask('GET', '/readyz', undefined)).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect((await app.ask('GET', '/metrics', undefined)).text).toContain('poststelle_http_request_seconds');
    const document = await app.ask('GET', '/openapi.json', undefined);
    expect(document).toMatchObject({ status: 200, body: { openapi: '3.1.0', components: { schemas: { Problem: {} } } } });
    const page = await app.ask('GET', '/docs', undefined);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/(src|href)="https?:/);
  });
});
