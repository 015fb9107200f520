import type { MailboxProvisioned } from './events.js';

/** R8, R11: one recruiting address for each account; a subsidiary's mailbox shares it. */
export function provisionMailbox(slug: string, subsidiaryId?: string): MailboxProvisioned {
  const data = { serviceLocalPart: localPartOf(slug) };
  return { type: 'MailboxProvisioned', data: subsidiaryId === undefined ? data : { ...data, subsidiaryId } };
}

/** R11: `ihraccount-jobs` of `ihraccount-jobs@m-personio.de`. */
export function localPartOf(slug: string): string {
  return `${slug}-jobs`;
}
