import { nameBasedId } from '#platform/event-store/identity.js';

/** R8: one mailbox for each account, so its id follows from the company's. */
export function parentMailboxId(companyId: string): string {
  return nameBasedId(companyId, 'mailbox');
}
