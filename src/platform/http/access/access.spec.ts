import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { LettersApplication } from '#test/http/letters-application.js';
import { at } from '#test/http/at.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { embeddedAudience, embeddedIssuerName } from './embedded-issuer.js';

const acmeId = companyIdOf('acme');
const globexId = companyIdOf('globex');
const letters = `/companies/${acmeId}/letters`;
const everything = ['messages:read', 'messages:send', 'messages:assign'] as const;
let app: LettersApplication;

beforeAll(async () => {
  app = await LettersApplication.start();
});
afterAll(() => app.close());

function payload(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    iss: embeddedIssuerName,
    aud: embeddedAudience,
    sub: 'mallory',
    company: '*',
    scope: everything.join(' '),
    exp: 4_000_000_000,
    ...changes,
  };
}

describe('a token', () => {
  it('is asked for, with the challenge of RFC 6750', async () => {
    expect(await app.ask('GET', letters, undefined)).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="poststelle"' },
      body: { reason: 'token-missing' },
    });
  });

  it('lets its holder in', async () => {
    expect(await app.ask('GET', letters, await app.token())).toMatchObject({ status: 200 });
  });

  it.each([
    ['expired', () => app.token({ now: new Date(Date.now() - 7_200_000) })],
    [
      'signed with another key',
      () => new SignJWT(payload()).setProtectedHeader({ alg: 'EdDSA' }).sign(generateKeyPairSync('ed25519').privateKey),
    ],
    ['not signed at all (alg none)', async () => new UnsecuredJWT(payload()).encode()],
    ['signed with a shared secret', () => new SignJWT(payload()).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1))],
    [
      'of an issuer that nobody knows',
      () => new SignJWT(payload({ iss: 'x' })).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1)),
    ],
    ['changed after it was signed', async () => tampered(await app.token())],
    ['nonsense', async () => 'a.b.c'],
    ['empty', async () => ''],
  ])('that is %s is not accepted', async (_, token) => {
    const answer = await app.ask('GET', letters, await token());
    expect(answer).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': expect.stringContaining('invalid_token') },
      body: { reason: 'token-invalid' },
    });
  });

  it('limited to subsidiaries says so to whoever serves the query', async () => {
    const answer = await app.ask('GET', letters, await app.token({ subsidiaries: ['north'] }));
    expect(answer.body).toMatchObject({ items: [{ caller: { subsidiaries: ['north'] } }] });
  });

  it('never shows its subject: the actor is a keyed HMAC, the same for the same subject', async () => {
    const actor = async (subject: string) => {
      const { body } = await app.ask('GET', letters, await app.token({ subject }));
      return at(body, 'items', 0, 'caller', 'actor');
    };
    expect(await actor('anna')).toBe(await actor('anna'));
    expect(await actor('anna')).not.toBe(await actor('bert'));
    expect(await actor('anna')).not.toContain('anna');
  });

  it('may speak for an employee', async () => {
    const speaking = async (employee: string) =>
      app.ask('GET', letters, await app.token(), { headers: { 'poststelle-on-behalf-of': employee } });
    expect((await speaking('external:emp-17')).body).toMatchObject({ items: [{ caller: { onBehalfOf: 'external:emp-17' } }] });
    expect(await speaking('Anna Schmidt')).toMatchObject({ status: 400, body: { reason: 'on-behalf-of-invalid' } });
  });
});

describe('a scope', () => {
  it('that is missing is named', async () => {
    const answer = await app.ask('GET', letters, await app.token({ scopes: ['messages:send'] }));
    expect(answer).toMatchObject({ status: 403, body: { reason: 'scope-missing', facts: { needed: 'messages:read' } } });
  });

  it('is wanted with all others of the route', async () => {
    const answer = await app.ask('POST', `${letters}/any/seal`, await app.token({ scopes: ['messages:send'] }));
    expect(answer).toMatchObject({ status: 403, body: { facts: { needed: 'messages:send and messages:assign' } } });
  });

  it('is enough alone where the route wants one of several', async () => {
    expect(await app.ask('GET', `${letters}/any`, await app.token({ scopes: ['history:read'] }))).toMatchObject({ status: 404 });
    expect(await app.ask('GET', `${letters}/any`, await app.token({ scopes: ['messages:send'] }))).toMatchObject({ status: 403 });
  });

  it('`operations` alone opens the mail of the operator', async () => {
    const path = `/companies/${companyIdOf('operator')}/letters`;
    expect(await app.ask('GET', path, await app.token({ company: '*', scopes: everything }))).toMatchObject({ status: 403 });
    expect(await app.ask('GET', path, await app.token({ company: '*', scopes: ['operations'] }))).toMatchObject({ status: 200 });
  });
});

describe('two companies', () => {
  it('find nothing of each other, and cannot tell another company from one that does not exist', async () => {
    const token = await app.token({ company: globexId, scopes: [] });
    const answers = await Promise.all(
      [acmeId, companyIdOf('nobody'), 'nonsense', '*', '..%2f..', `${globexId}%00`].map((company) =>
        app.ask('GET', `/companies/${company}/letters`, token),
      ),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { reason: 'not-found' } });
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...Object(body), correlationId: '' }))).size).toBe(1);
  });

  it("do not reach each other's things under their own path either", async () => {
    const { body } = await app.ask('POST', letters, await app.token(), { body: { text: 'ours' }, headers: { 'idempotency-key': 'ours' } });
    const theirs = await app.token({ company: globexId });
    expect(await app.ask('GET', `/companies/${globexId}/letters/${at(body, 'letterId')}`, theirs)).toMatchObject({ status: 404 });
  });

  it('may use the same Idempotency-Key', async () => {
    const ask = async (company: string, text: string) =>
      app.ask('POST', `/companies/${company}/letters`, await app.token({ company }), {
        body: { text },
        headers: { 'idempotency-key': 'shared' },
      });
    expect(await ask(acmeId, 'one')).toMatchObject({ status: 201 });
    expect(await ask(globexId, 'two')).toMatchObject({ status: 201 });
  });

  it('are both open to a token of the platform, and the platform to no other', async () => {
    const platform = await app.token({ company: '*', scopes: ['messages:read', 'operations'] });
    expect(await app.ask('GET', letters, platform)).toMatchObject({ status: 200 });
    const ours = await app.token({ scopes: ['operations'] });
    expect(await app.ask('GET', '/faults/behind', ours)).toMatchObject({ status: 403, body: { reason: 'platform-token-needed' } });
  });
});

describe('the rate limit', () => {
  it('holds back one token and no other, over all routes, and says for how long', async () => {
    const limited = await LettersApplication.start({ POSTSTELLE_HTTP_RATE_PER_MINUTE: '2' });
    const anna = await limited.token();
    await limited.ask('GET', letters, anna);
    await limited.ask('GET', `${letters}/any`, anna);
    expect(await limited.ask('GET', letters, anna)).toMatchObject({
      status: 429,
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
      body: { reason: 'too-many-requests' },
    });
    expect(await limited.ask('GET', letters, await limited.token({ subject: 'bert' }))).toMatchObject({ status: 200 });
    await limited.close();
  });
});

function tampered(token: string): string {
  const [header, body = '', signature] = token.split('.');
  const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replace(acmeId, '*')).toString('base64url');
  return [header, changed, signature].join('.');
}
