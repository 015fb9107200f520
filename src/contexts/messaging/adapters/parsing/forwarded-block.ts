import EmailForwardParser from 'email-forward-parser';
import { isAddress, normalAddress } from '#kernel/email-address.js';
import { looksForwarded } from '#contexts/messaging/domain/inbound-message/classification/forward-prefix.js';
import type { Mail } from '../../domain/inbound-message/mail.js';

// The library is a row of regular expressions: what it may read is bounded, and it runs in the parser's own thread.
const mostText = 32_768;
const mostSubject = 500;

/**
 * The outermost block that a mail client forwarded, and who it says wrote it; `undefined` where nothing was forwarded (S7). Without a prefix in
 * the subject only the separators of the clients tell.
 */
export function forwardedBlock(text: string, subject: string): Mail['forwarded'] {
  const bounded = text.slice(0, mostText);
  // French clients set a blank before the colon.
  const told = subject.slice(0, mostSubject).replace(/^(\s*\p{L}{1,12})\s+:/u, '$1:');
  const parser = new EmailForwardParser();
  const bySubject = parser.read(bounded, told);
  const found = bySubject.forwarded ? bySubject : parser.read(bounded);
  if (!found.forwarded) return undefined;
  // Old Outlooks write `a@b [mailto:a@b]`.
  const address = normalAddress((found.email.from.address ?? '').replace(/\s*\[mailto:.*$/, ''));
  return isAddress(address) ? { from: address } : {};
}

/** A mail that was forwarded whole, as an attachment: its own header says who wrote it. */
export function forwardedWhole(subject: string, attached: Mail['returned']): Mail['forwarded'] {
  if (attached === undefined || !looksForwarded(subject)) return undefined;
  const [author, another] = attached.from;
  return author === undefined || another !== undefined ? {} : { from: normalAddress(author.address) };
}
