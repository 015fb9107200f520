import { allow, refuse } from './decision.js';
import { isAddress, normalAddress } from './email-address.js';

/** Each once, as first written, without space around it; refused where one is none. */
export function distinctAddresses(texts: readonly string[]) {
  const addresses = new Map<string, string>();
  for (const text of texts) {
    if (!isAddress(text.trim())) return refuse('address-malformed', { field: 'addresses' });
    if (!addresses.has(normalAddress(text))) addresses.set(normalAddress(text), text.trim());
  }
  return allow<readonly string[]>([...addresses.values()]);
}
