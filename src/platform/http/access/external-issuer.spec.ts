import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, SignJWT } from 'jose';
import { LettersApplication } from '#test/http/letters-application.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const letters = `/companies/${companyIdOf('acme')}/letters`;
const issuer = 'https://id.platform.example';
let pair: GenerateKeyPairResult;
let keys: Server;
let app: LettersApplication;
let reachable = true;

beforeAll(async () => {
  pair = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  keys = createServer((_, answer) => {
    answer.writeHead(reachable ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  }).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  app = await withIssuer();
});
afterAll(async () => {
  await app.close();
  keys.close();
});

function withIssuer(): Promise<LettersApplication> {
  const address = keys.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  return LettersApplication.start({
    POSTSTELLE_OIDC_ISSUER: issuer,
    POSTSTELLE_OIDC_AUDIENCE: 'post',
    POSTSTELLE_OIDC_JWKS_URL: `http://127.0.0.1:${port}/keys`,
  });
}

function token(changes: Readonly<Record<string, unknown>> = {}, key = pair.privateKey) {
  const claims = { iss: issuer, aud: 'post', sub: 'service', company: companyIdOf('acme'), scope: 'messages:read', exp: 4_000_000_000 };
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
}

describe("a token of the platform's own issuer", () => {
  it('lets its holder in, beside those of the embedded one', async () => {
    expect(await app.ask('GET', letters, await token())).toMatchObject({ status: 200 });
    expect(await app.ask('GET', letters, await app.token())).toMatchObject({ status: 200 });
  });

  it.each([
    ['for another audience', { aud: 'elsewhere' }],
    ['without an end', { exp: undefined }],
    ['that has ended', { exp: 1_000_000_000 }],
    ['that is not valid yet', { nbf: 4_000_000_000 }],
    ['without a subject', { sub: undefined }],
    ['without a company', { company: undefined }],
    ['without scopes', { scope: undefined }],
    ['with a limit that cannot be read', { subsidiaries: 'north' }],
    ['in the name of the embedded issuer', { iss: 'urn:poststelle:embedded', aud: 'poststelle' }],
  ])('%s is not accepted', async (_, changes) => {
    expect(await app.ask('GET', letters, await token(changes))).toMatchObject({ status: 401, body: { reason: 'token-invalid' } });
  });

  it('signed with another key is not accepted', async () => {
    const other = await generateKeyPair('RS256');
    expect(await app.ask('GET', letters, await token({}, other.privateKey))).toMatchObject({ status: 401 });
  });

  it('is neither accepted nor refused while its keys cannot be had', async () => {
    reachable = false;
    const fresh = await withIssuer();
    expect(await fresh.ask('GET', letters, await token())).toMatchObject({ status: 503, body: { reason: 'issuer-unreachable' } });
    reachable = true;
    await fresh.close();
  });
});
