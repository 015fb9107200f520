import * as as from './kinds-of-setting.js';
import { optional, setting } from './setting.js';

/** Where the API listens and whose tokens it takes. */
export const httpSettings = {
  httpHost: setting('POSTSTELLE_HTTP_HOST', '127.0.0.1', as.host, 'Address the API listens on; 0.0.0.0 for all.'),
  httpPort: setting('POSTSTELLE_HTTP_PORT', 3000, as.port, 'Port of the API.'),
  publicUrl: optional(
    'POSTSTELLE_PUBLIC_URL',
    'none',
    as.url('http', 'https'),
    'Address under which callers reach the API where it is another one (behind a proxy); the types of problems begin with it.',
  ),
  httpRatePerMinute: setting(
    'POSTSTELLE_HTTP_RATE_PER_MINUTE',
    1200,
    as.integer(1, 1_000_000),
    'Requests that one token may make in a minute; more are answered 429.',
  ),
  issuer: optional(
    'POSTSTELLE_OIDC_ISSUER',
    'only tokens of the embedded issuer',
    as.url('https', 'http'),
    "Issuer of the platform's own tokens, exactly as in their `iss`; needs the next two.",
  ),
  audience: optional('POSTSTELLE_OIDC_AUDIENCE', 'none', as.word, 'What `aud` of such a token must name.'),
  jwksUrl: optional('POSTSTELLE_OIDC_JWKS_URL', 'none', as.url('https', 'http'), 'Where the public keys of that issuer are.'),
  logLevel: setting(
    'POSTSTELLE_LOG_LEVEL',
    'info',
    as.oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
    'trace, debug, info, warn, error or silent. Bodies, tokens and addresses are logged at no level.',
  ),
};
