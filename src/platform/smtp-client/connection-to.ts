import { isIP } from 'node:net';
import { getCACertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './smtp-server.js';
import type { SmtpTimes } from './smtp-times.js';

/** A connection that is not opened yet. */
export function connectionTo(server: SmtpServer, times: SmtpTimes, name: string): SMTPConnection {
  const { host, address, port, encryption, verified, authorities = [] } = server;
  return new SMTPConnection({
    host: address ?? host,
    // Unset where the host is an address itself: then the certificate must name that.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    tls: { rejectUnauthorized: verified, ...(authorities.length === 0 ? {} : { ca: [...getCACertificates('default'), ...authorities] }) },
    name,
    // Whom we may reach was decided before; this is about interfaces of our own that are internal.
    allowInternalNetworkInterfaces: true,
    connectionTimeout: times.connect,
    greetingTimeout: times.connect,
    dnsTimeout: times.connect,
    // The stages have clocks of their own; this one only keeps a forgotten socket from living for ever.
    socketTimeout: times.content + times.answer,
    socketCloseTimeout: 1_000,
    maxResponseSize: 64 * 1024,
    logger: false,
  });
}
