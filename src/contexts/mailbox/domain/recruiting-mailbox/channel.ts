/** R2, R52: one way to send at a time, the built-in service or a connection of the company's own. */
export type Channel = 'service' | 'smtp';

/** R90, R92: a subsidiary sends as its parent does until it has a channel of its own. */
export type ActiveChannel = Channel | 'inherited';

/** R65-R67. STARTTLS is always required; `starttls` alone does not check who answers. There is no mode in clear text (R68). */
export type Encryption = 'smtps' | 'starttls' | 'starttls-verified';

/** In lower case and without the dot of the root, which names the same host. */
export function normalHost(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '');
}

/** The certificates of a PEM file, without what tools write around them (RFC 7468, 5.2). */
export function certificatesIn(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
}

/** R61-R73: what an SMTP connection is made of, without its password. */
export interface SmtpSettings {
  /** Host name of the mail provider (R62), in normal form. */
  readonly host: string;
  readonly port: number;
  readonly encryption: Encryption;
  /** Who logs in; as a rule the individual address (R69, R70). */
  readonly account: string;
  /** PEM of the company's own authority, for a server that no public one vouches for. */
  readonly certificateAuthority?: string;
}
