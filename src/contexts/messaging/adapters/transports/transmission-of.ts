import type { SmtpTransmission } from '#platform/smtp-client/smtp-transmission.js';
import { presentable } from '#platform/smtp-client/words.js';
import type { Transmission } from '../../application/ports/mail-transport.port.js';

/** How handing over by SMTP ended, in the words of delivery. Some servers repeat what they were told, the login included: `secrets` are not among the words. */
export function transmissionOf(transmission: SmtpTransmission, secrets: readonly string[]): Transmission {
  if (transmission.ok) return { ok: true, end: 'accepted', words: presentable(transmission.words, secrets) };
  const { words, ...failed } = transmission;
  return { ...failed, ...(words === undefined ? {} : { words: presentable(words, secrets) }) };
}
