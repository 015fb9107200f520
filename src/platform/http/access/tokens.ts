import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Clock } from '#kernel/clock.js';
import type { Outcome } from '#kernel/outcome.js';
import { refuse } from '#kernel/decision.js';
import { type Claims, claimsOf } from './claims.js';
import type { Issuer } from './issuer.js';

/** Verifies bearer tokens of the issuers that this service trusts. */
export class Tokens {
  constructor(
    private readonly issuers: readonly Issuer[],
    private readonly clock: Clock,
  ) {}

  /** One reason for whatever is wrong with a token: what a forger learns from a finer one helps nobody else. */
  async verify(token: string): Promise<Outcome<Claims, 'token-invalid' | 'issuer-unreachable'>> {
    const issuer = this.issuerOf(token);
    if (issuer === undefined) return refuse('token-invalid');
    try {
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.name,
        audience: issuer.audience,
        algorithms: [...issuer.algorithms],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
        currentDate: this.clock.now(),
      });
      const claims = claimsOf(payload);
      return claims === undefined ? refuse('token-invalid') : { ok: true, value: claims };
    } catch (error) {
      return refuse(isOutage(error) ? 'issuer-unreachable' : 'token-invalid');
    }
  }

  /** Read before the signature is verified, only to choose whose key must fit. */
  private issuerOf(token: string): Issuer | undefined {
    try {
      const { iss } = decodeJwt(token);
      return this.issuers.find(({ name }) => name === iss);
    } catch {
      // No token at all: told as one that is not accepted.
      return undefined;
    }
  }
}

/** The issuer's keys could not be had, which says nothing about the token. Every other error of jose's is about the token. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    !(error instanceof errors.JOSEError) ||
    error.code === 'ERR_JOSE_GENERIC'
  );
}
