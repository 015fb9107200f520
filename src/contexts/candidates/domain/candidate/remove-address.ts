import { accept, refuse } from '#kernel/decision.js';
import { sameAddress } from '#kernel/email-address.js';
import { Personal } from '#kernel/personal.js';
import type { Candidate } from './candidate.js';
import type { AddressRemoved } from './events.js';

/** Mail from it is nobody's evidence any more; what it brought before stays where it is. */
export function removeAddress(candidate: Candidate, text: string) {
  const address = candidate.addresses.find((known) => sameAddress(known, text));
  if (address === undefined) return refuse('address-not-found', { field: 'address' });
  return accept<AddressRemoved>({ type: 'AddressRemoved', data: { address: Personal.under(candidate.keyId, address) } });
}
