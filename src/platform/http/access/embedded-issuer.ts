import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Scope } from '../scopes.js';
import type { Issuer } from './issuer.js';

/** Name under which the vault keeps the 32 bytes that the key pair follows from. */
export const signingKeyId = 'token-signing-key-1';
export const embeddedIssuerName = 'urn:poststelle:embedded';
export const embeddedAudience = 'poststelle';

/** RFC 8410: an Ed25519 private key in PKCS #8 is this prefix and its 32 bytes. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

export function embeddedIssuer(privateKey: KeyObject): Issuer {
  const publicKey = createPublicKey(privateKey);
  return { name: embeddedIssuerName, audience: embeddedAudience, algorithms: ['EdDSA'], keys: async () => publicKey };
}

export interface TokenRequest {
  readonly subject: string;
  /** A company's id, or `*`. */
  readonly company: string;
  readonly scopes: readonly Scope[];
  readonly subsidiaries?: readonly string[];
  readonly now: Date;
  readonly lifetimeSeconds: number;
}

/** A token of the embedded issuer. */
export function issueToken(privateKey: KeyObject, request: TokenRequest): Promise<string> {
  const issuedAt = Math.floor(request.now.getTime() / 1000);
  return new SignJWT({
    company: request.company,
    scope: request.scopes.join(' '),
    ...(request.subsidiaries === undefined ? {} : { subsidiaries: [...request.subsidiaries] }),
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: signingKeyId })
    .setIssuer(embeddedIssuerName)
    .setAudience(embeddedAudience)
    .setSubject(request.subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + request.lifetimeSeconds)
    .sign(privateKey);
}
