import type { SmtpFailure } from '#platform/smtp-client/smtp-transmission.js';
import type { ProbeFailure } from '../../application/ports/smtp-probe.port.js';

/** OpenSSL's and Node's words for a certificate that is not to be trusted. */
const aboutCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/;
/** TLS where plain text was expected, or the other way round: port and mode do not belong together. */
const notTls = /WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH/;

/** What a failure of the conversation means to whoever entered the settings. */
export function whyOf({ stage, reply, fault, detail = '' }: SmtpFailure): ProbeFailure {
  if (fault === 'timeout' || fault === 'interrupted') return 'server-timed-out';
  if (aboutCertificate.test(detail)) return 'certificate-refused';
  if (fault === 'not-smtp' || notTls.test(detail)) return 'no-smtp-server';
  switch (stage) {
    case 'connect':
      return reply === undefined ? 'server-unreachable' : 'server-refuses-us';
    case 'tls':
      return reply === undefined ? 'tls-failed' : 'tls-not-offered';
    case 'login':
      return isForNow(reply?.code) ? 'refused-for-now' : 'login-refused';
    case 'sender':
      return isForNow(reply?.code) ? 'refused-for-now' : 'sender-refused';
    default:
      return isForNow(reply?.code) ? 'refused-for-now' : 'recipient-refused';
  }
}

/** RFC 5321, 4.2.1: what the first digit 4 refuses may be taken another time; it says nothing of the password (RFC 4954, 454 4.7.0). */
function isForNow(code = 0): boolean {
  return code >= 400 && code < 500;
}
