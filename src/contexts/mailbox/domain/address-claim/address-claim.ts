import type { Aggregate } from '#kernel/aggregate.js';
import { accept, refuse } from '#kernel/decision.js';
import type { AddressClaimed, AddressClaimLater, AddressReleased } from './events.js';

export interface AddressClaim {
  readonly owner?: string;
}

/** One individual address belongs to one mailbox of a company; across companies nobody is told who else uses it. */
export const addressClaim: Aggregate<AddressClaim, AddressClaimed, AddressClaimLater> = {
  category: 'address-claim',

  create: ({ data }) => ({ owner: data.mailboxId }),

  evolve: (_, event) => (event.type === 'AddressClaimed' ? { owner: event.data.mailboxId } : {}),
};

/** Refused while another mailbox holds it. A claim by the holder is written down too: whoever is about to release the address sees that it is wanted again. */
export function claimAddress({ owner }: AddressClaim, mailboxId: string) {
  if (owner !== undefined && owner !== mailboxId) return refuse('address-taken', { field: 'address' });
  return accept<AddressClaimed>({ type: 'AddressClaimed', data: { mailboxId } });
}

/** By its holder alone. */
export function releaseAddress({ owner }: AddressClaim, mailboxId: string) {
  return owner === mailboxId ? accept<AddressReleased>({ type: 'AddressReleased', data: { mailboxId } }) : accept<AddressReleased>();
}
