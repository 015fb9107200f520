import { accept, refuse } from '#kernel/decision.js';
import { isAddress } from '#kernel/email-address.js';
import { Personal } from '#kernel/personal.js';
import { mostAddresses } from './most-addresses.js';
import { type Candidate, hasAddress } from './candidate.js';
import type { AddressAdded } from './events.js';

/** S40: people write from several addresses. Two candidates may share one, which is said to the caller, not refused. */
export function addAddress(candidate: Candidate, text: string) {
  const address = text.trim();
  if (!isAddress(address)) return refuse('address-malformed', { field: 'address' });
  if (hasAddress(candidate, address)) return accept<AddressAdded>();
  if (candidate.addresses.length >= mostAddresses)
    return refuse('too-many-addresses', { field: 'address', facts: { most: mostAddresses } });
  return accept<AddressAdded>({ type: 'AddressAdded', data: { address: Personal.under(candidate.keyId, address) } });
}
