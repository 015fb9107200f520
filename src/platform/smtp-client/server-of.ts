import type { SmtpServer } from './smtp-server.js';

/** What somebody enters of a server of his own (R61). */
export interface EnteredServer {
  readonly host: string;
  readonly port: number;
  readonly encryption: 'smtps' | 'starttls' | 'starttls-verified';
  readonly account: string;
  readonly certificateAuthority?: string;
}

/** R65-R68: the three modes. `smtps` checks the certificate, plain `starttls` does not; STARTTLS is always required. `address` is checked and pinned. */
export function serverOf(entered: EnteredServer, password: string, address: string, authorities: readonly string[]): SmtpServer {
  const { host, port, encryption, account, certificateAuthority } = entered;
  return {
    host,
    address,
    port,
    encryption: encryption === 'smtps' ? 'tls' : 'starttls',
    verified: encryption !== 'starttls',
    login: { user: account, pass: password },
    authorities: certificateAuthority === undefined ? authorities : [...authorities, certificateAuthority],
    ofOperator: false,
  };
}

/** What must not be found in anything that such a server says. */
export function secretsOf(account: string, password: string): readonly string[] {
  return [password, `\0${account}\0${password}`];
}
