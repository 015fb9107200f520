import type { Task, ToDo } from '#platform/to-dos/to-do.js';
import type { AddressClaimed, AddressClaimLater } from '../../domain/address-claim/events.js';

/** Far longer than a command lives: an address that no mailbox has by then was claimed by a command that was cut off or refused. */
const patienceMs = 10 * 60_000;

/** Claims whose address may never have become a mailbox's own. */
export function addressClaimsToSettle(settle: (task: Task) => Promise<void>): ToDo<AddressClaimed | AddressClaimLater> {
  return {
    name: 'address_claims_to_settle',
    version: 1,
    on: {
      AddressClaimed: ({ recordedAt }) => ({ due: new Date(recordedAt.getTime() + patienceMs) }),
      AddressReleased: () => 'done',
    },
    work: async (task) => {
      await settle(task);
      return 'done';
    },
  };
}
