import { createRemoteJWKSet } from 'jose';
import type { Config } from '../../config/config.js';
import type { Issuer } from './issuer.js';

/** The platform's own issuer; its keys are fetched when first needed, kept for 10 minutes and asked for again where a token names an unknown one. */
export function externalIssuer(external: NonNullable<Config['tokens']['external']>): Issuer {
  return {
    name: external.issuer,
    audience: external.audience,
    algorithms: ['EdDSA', 'ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384', 'RS512'],
    keys: createRemoteJWKSet(new URL(external.jwksUrl), { timeoutDuration: 5_000, cacheMaxAge: 600_000, cooldownDuration: 30_000 }),
  };
}
