import { allow, refuse } from '#kernel/decision.js';
import { isAddress, normalAddress } from '#kernel/email-address.js';

export const mostAddresses = 20;

/** Each once, as first written; refused where one is none. */
export function distinctAddresses(texts: readonly string[]) {
  const addresses = new Map<string, string>();
  for (const text of texts) {
    if (!isAddress(text.trim())) return refuse('address-malformed', { field: 'addresses' });
    if (!addresses.has(normalAddress(text))) addresses.set(normalAddress(text), text.trim());
  }
  return allow([...addresses.values()]);
}
