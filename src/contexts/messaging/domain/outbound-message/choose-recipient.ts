import { allow, refuse } from '#kernel/decision.js';
import { sameAddress } from '#kernel/email-address.js';

export interface Recipient {
  readonly erased: boolean;
  /** In the order they were added. */
  readonly addresses: readonly string[];
}

/** A message goes to one of the candidate's own addresses: the one asked for, else the one written to last, else the first. */
export function chooseRecipient(candidate: Recipient, to: string | undefined, lastUsed: string | undefined) {
  const { addresses } = candidate;
  const [first] = addresses;
  if (candidate.erased) return refuse('candidate-erased');
  if (first === undefined) return refuse('candidate-has-no-address');
  if (to === undefined) return allow(addresses.find((address) => lastUsed !== undefined && sameAddress(address, lastUsed)) ?? first);
  const own = addresses.find((address) => sameAddress(address, to));
  return own === undefined ? refuse('address-not-the-candidates', { field: 'to' }) : allow(own);
}
