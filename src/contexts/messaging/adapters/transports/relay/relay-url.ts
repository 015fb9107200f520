import { isIP } from 'node:net';
import type { SmtpServer } from '#platform/smtp-client/smtp-server.js';

/**
 * `smtp://user:pass@host:port` (587 unless told; STARTTLS where it is offered) or `smtps://` (465). A password goes only over verified TLS; without one, TLS is
 * opportunistic as between mail servers (RFC 7435). Over loopback nobody listens, and a certificate proves nothing. Throws {@link RelayUrlInvalid}.
 */
export function relayFrom(url: string): SmtpServer {
  const parsed = URL.parse(url);
  if (parsed === null || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '') throw new RelayUrlInvalid();
  const secure = parsed.protocol === 'smtps:';
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const login = loginOf(parsed);
  const verified = !isLoopback(host) && (secure || login !== undefined);
  return {
    host,
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    encryption: secure ? 'tls' : verified ? 'starttls' : 'opportunistic',
    verified,
    ofOperator: true,
    ...(login === undefined ? {} : { login }),
  };
}

function loginOf({ username, password }: URL): SmtpServer['login'] {
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
