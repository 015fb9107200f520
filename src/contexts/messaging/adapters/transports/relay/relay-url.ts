import { isIP } from 'node:net';

/** The operator's relay, from `POSTSTELLE_SERVICE_RELAY`. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** TLS from the first octet (smtps). */
  readonly secure: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
  /** Whether TLS is wanted at all costs and the certificate is checked. */
  readonly verified: boolean;
}

/**
 * `smtp://user:pass@host:port` (587 unless told; STARTTLS where it is offered) or `smtps://` (465). A password goes only over verified TLS; without one, TLS is
 * opportunistic as between mail servers (RFC 7435). Over loopback nobody listens, and a certificate proves nothing. Throws {@link RelayUrlInvalid}.
 */
export function relayFrom(url: string): Relay {
  const parsed = URL.parse(url);
  if (parsed === null || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '') throw new RelayUrlInvalid();
  const secure = parsed.protocol === 'smtps:';
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const login = loginOf(parsed);
  return {
    host,
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    secure,
    verified: !isLoopback(host) && (secure || login !== undefined),
    ...(login === undefined ? {} : { login }),
  };
}

function loginOf({ username, password }: URL): Relay['login'] {
  if (username === '') return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    throw new RelayUrlInvalid();
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Never holds the URL: it may hold a password. */
export class RelayUrlInvalid extends Error {
  override readonly name = 'RelayUrlInvalid';
  constructor() {
    super('POSTSTELLE_SERVICE_RELAY must be an smtp:// or smtps:// URL with a host, its user name and password percent-encoded.');
  }
}
