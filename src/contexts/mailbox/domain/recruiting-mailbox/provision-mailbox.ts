import type { MailboxProvisioned } from './events.js';

/** R8, R11: one recruiting address for each account. */
export function provisionMailbox(slug: string): MailboxProvisioned {
  return { type: 'MailboxProvisioned', data: { serviceLocalPart: localPartOf(slug) } };
}

/** R11: `ihraccount-jobs` of `ihraccount-jobs@m-personio.de`. */
export function localPartOf(slug: string): string {
  return `${slug}-jobs`;
}
