import type { SMTPServerOptions } from 'smtp-server';
import type { Config } from '../config/config.js';
import type { Certificate } from './certificate.js';

/** What the SMTP server offers and how much it bears. PIPELINING, 8BITMIME and SMTPUTF8 are smtp-server's own. */
export function serverOptions(smtp: Config['smtp'], { cert, key }: Certificate): SMTPServerOptions {
  return {
    name: smtp.name,
    banner: 'Poststelle',
    cert,
    key,
    // Nobody sends through this door; AUTH is not even offered.
    disabledCommands: ['AUTH'],
    authOptional: true,
    // Said at RCPT or after the content instead of at MAIL, when the company is known and can be told.
    size: smtp.maxBytes,
    hideSize: true,
    disableReverseLookup: true,
    maxClients: smtp.maxConnections,
    maxRecipients: smtp.maxRecipients,
    socketTimeout: smtp.idleTimeoutMs,
  };
}
