import type { SmtpTransmission } from '#platform/smtp-client/smtp-transmission.js';
import type { Transmission } from '../../application/ports/mail-transport.port.js';

/** How handing over by SMTP ended, in the words of delivery. */
export function transmissionOf(transmission: SmtpTransmission): Transmission {
  return transmission.ok ? { ok: true, end: 'accepted', words: transmission.words } : transmission;
}
