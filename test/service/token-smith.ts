import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { openVault } from '#cli/open-vault.js';
import { readConfig } from '#platform/config/read-config.js';
import { embeddedAudience, embeddedIssuerName, signingKey, signingKeyId } from '#platform/http/access/embedded-issuer.js';
import { factsOf } from './mailroom.js';
import type { StartedService } from './started-service.js';

export interface TokenToMake {
  readonly company: string;
  readonly scope: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; negative for a token that has run out. */
  readonly expiresIn?: number;
}

/** Makes tokens with the service's own key, good ones and bad ones. */
export class TokenSmith {
  private constructor(private readonly key: KeyObject) {}

  static async of({ dataDirectory }: StartedService): Promise<TokenSmith> {
    const vault = await openVault(readConfig({ POSTSTELLE_DATA: dataDirectory }));
    try {
      const key = await vault.dataKeys.find(signingKeyId);
      if (key === 'destroyed') throw new Error('A service that runs has its signing key.');
      return new TokenSmith(signingKey(key.bytes));
    } finally {
      await vault.close();
    }
  }

  /** With the key of somebody else. */
  static stranger(): TokenSmith {
    return new TokenSmith(signingKey(Buffer.alloc(32, 7)));
  }

  make({ company, scope, issuer = embeddedIssuerName, audience = embeddedAudience, expiresIn = 3600 }: TokenToMake): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ company, scope })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: signingKeyId })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('acceptance')
      .setIssuedAt(now - 7200)
      .setExpirationTime(now + expiresIn)
      .sign(this.key);
  }
}

/** The same token with other claims and the old signature. */
export function tampered(token: string, claims: Readonly<Record<string, string>>): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const old = factsOf(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return [head, encoded({ ...old, ...claims }), signature].join('.');
}

/** RFC 8725, 2.1: the oldest trick. */
export function unsigned(token: string): string {
  const [, payload = ''] = token.split('.');
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
