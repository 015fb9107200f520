import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { withAsciiDomain } from '#kernel/email-address.js';
import type { SmtpMail } from './smtp-transmission.js';

/** The envelope as it travels: domains in ASCII, which every server takes (RFC 5891), local parts as they are. */
export function travelling({ from, to }: SmtpMail['envelope']): SmtpMail['envelope'] {
  return { from: withAsciiDomain(from), to: withAsciiDomain(to) };
}

/** RFC 6531, 3.2: an address that only goes to a server which offers SMTPUTF8. */
export function needsSmtpUtf8(address: string): boolean {
  return /\P{ASCII}/u.test(address);
}

/**
 * Whether the server said SMTPUTF8 at EHLO (RFC 6531, 3.1). SMTPConnection tells the extensions to nobody before it has sent, so its own list is
 * read (nodemailer 10.6.0): a version without it fails the specs of SMTPUTF8.
 */
export function offersSmtpUtf8(connection: SMTPConnection): boolean {
  const extensions: unknown = Reflect.get(connection, '_supportedExtensions');
  if (!Array.isArray(extensions)) throw new Error('This version of nodemailer has no list of extensions.');
  return extensions.includes('SMTPUTF8');
}
