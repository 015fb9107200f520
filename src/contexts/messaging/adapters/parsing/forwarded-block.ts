import EmailForwardParser from 'email-forward-parser';
import { isAddress, normalAddress } from '#kernel/email-address.js';
import type { Mail } from '../../domain/inbound-message/mail.js';

// The library is a row of regular expressions: what it may read is bounded, and it runs in the parser's own thread.
const mostText = 32_768;
const mostSubject = 500;

/** The outermost block that a mail client forwarded, and who it says wrote it; `undefined` where nothing was forwarded (S7). */
export function forwardedBlock(text: string, subject: string): Mail['forwarded'] {
  const found = new EmailForwardParser().read(text.slice(0, mostText), subject.slice(0, mostSubject));
  if (!found.forwarded) return undefined;
  // Old Outlooks write `a@b [mailto:a@b]`.
  const address = normalAddress((found.email.from.address ?? '').replace(/\s*\[mailto:.*$/, ''));
  return isAddress(address) ? { from: address } : {};
}
