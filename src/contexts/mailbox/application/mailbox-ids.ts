import { nameBasedId } from '#platform/event-store/identity.js';

/** R8, R91: one mailbox for each account and one for each subsidiary, so their ids follow from the company's and the subsidiary's. */
export function mailboxIdOf(companyId: string, subsidiaryId?: string): string {
  return subsidiaryId === undefined ? nameBasedId(companyId, 'mailbox') : nameBasedId(companyId, 'mailbox', subsidiaryId);
}
