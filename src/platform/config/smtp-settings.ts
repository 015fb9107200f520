import * as as from './kinds-of-setting.js';
import { optional, setting } from './setting.js';

const megabyte = 1024 * 1024;

/** How mail comes in. */
export const smtpSettings = {
  smtpHost: setting('POSTSTELLE_SMTP_HOST', '127.0.0.1', as.host, 'Address the SMTP ingress listens on; 0.0.0.0 for all.'),
  smtpPort: setting('POSTSTELLE_SMTP_PORT', 2525, as.port, 'Port of the SMTP ingress; 25 where the internet delivers to it directly.'),
  smtpName: optional('POSTSTELLE_SMTP_NAME', 'the mail domain', as.domain, 'Name given in the greeting and in Received fields.'),
  certificateFile: optional(
    'POSTSTELLE_SMTP_TLS_CERTIFICATE',
    'one is made and kept in the data folder',
    as.path,
    'PEM file with the certificate (and its chain) for STARTTLS; needs the next one.',
  ),
  keyFile: optional('POSTSTELLE_SMTP_TLS_KEY', 'none', as.path, 'PEM file with its private key.'),
  maxConnections: setting('POSTSTELLE_SMTP_MAX_CONNECTIONS', 200, as.integer(1, 10_000), 'SMTP sessions at once.'),
  maxConnectionsPerClient: setting(
    'POSTSTELLE_SMTP_MAX_CONNECTIONS_PER_CLIENT',
    50,
    as.integer(1, 10_000),
    'SMTP sessions at once from one client address.',
  ),
  maxRecipients: setting('POSTSTELLE_SMTP_MAX_RECIPIENTS', 100, as.integer(1, 1000), 'Recipients of one inbound mail.'),
  maxInboundBytes: setting('POSTSTELLE_SMTP_MAX_BYTES', 35 * megabyte, as.integer(1024, 200 * megabyte), 'Octets of one inbound mail.'),
  idleSeconds: setting('POSTSTELLE_SMTP_IDLE_SECONDS', 300, as.integer(1, 3600), 'Silence after which an SMTP session is closed.'),
};
