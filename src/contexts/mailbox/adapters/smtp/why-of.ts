import type { SmtpFailure } from '#platform/smtp-client/smtp-transmission.js';
import type { ProbeFailure } from '../../application/ports/smtp-probe.port.js';

/** OpenSSL's and Node's words for a certificate that is not to be trusted. */
const aboutCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/;
/** TLS where plain text was expected, or the other way round: port and mode do not belong together. */
const notTls = /WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH/;

/** RFC 5321, 4.2.4; RFC 4954, 4: the command or the method is unknown to the server, or switched off (503 of Postfix and Exim), whatever the password. */
const knowsNoLogin = [500, 502, 503, 504];

/** What a failure of the conversation means to whoever entered the settings. */
export function whyOf(failure: SmtpFailure): ProbeFailure {
  const { stage, reply, fault, detail = '' } = failure;
  if (fault === 'timeout' || fault === 'interrupted') return 'server-timed-out';
  if (aboutCertificate.test(detail)) return 'certificate-refused';
  if (fault === 'not-smtp' || notTls.test(detail)) return 'no-smtp-server';
  switch (stage) {
    case 'connect':
      return reply === undefined ? 'server-unreachable' : 'server-refuses-us';
    case 'tls':
      return reply === undefined ? 'tls-failed' : 'tls-not-offered';
    case 'login':
      return knowsNoLogin.includes(reply?.code ?? 0) ? 'login-not-offered' : refusal(failure, 'login-refused');
    case 'sender':
      return refusal(failure, 'sender-refused');
    default:
      return refusal(failure, 'recipient-refused');
  }
}

/** Only an answer for good says something of login, sender or recipient: a line that broke says nothing of the password. */
function refusal({ reply, fault }: Pick<SmtpFailure, 'reply' | 'fault'>, refused: ProbeFailure): ProbeFailure {
  if (fault === 'smtputf8-not-offered') return refused;
  if (reply === undefined) return 'connection-lost';
  return isForNow(reply) ? 'refused-for-now' : refused;
}

/**
 * RFC 5321, 4.2.1: what the first digit 4 refuses may be taken another time; it says nothing of the password (RFC 4954, 454 4.7.0), and neither does a
 * conversation that is out of step (503) or a quota that is used up (5.4.5).
 */
function isForNow({ code, enhanced }: { readonly code: number; readonly enhanced?: string }): boolean {
  return (code >= 400 && code < 500) || code === 503 || enhanced === '5.4.5';
}
