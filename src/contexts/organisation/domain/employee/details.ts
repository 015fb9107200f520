import { allow, refuse } from '#kernel/decision.js';
import { isAddress, normalAddress } from '#kernel/email-address.js';

const mostAddresses = 20;

/** A name as it is kept: without space around it, and not empty. */
export function nameOf(text: string) {
  const name = text.trim();
  return name === '' ? refuse('name-missing', { field: 'name' }) : allow(name);
}

/** Addresses as they are kept: as written, each once however its letters are cased. */
export function addressesOf(texts: readonly string[]) {
  const byNormalForm = new Map<string, string>();
  for (const text of texts) {
    const address = text.trim();
    if (!isAddress(address)) return refuse('address-malformed', { field: 'addresses' });
    if (!byNormalForm.has(normalAddress(address))) byNormalForm.set(normalAddress(address), address);
  }
  if (byNormalForm.size > mostAddresses) return refuse('too-many-addresses', { field: 'addresses', facts: { most: mostAddresses } });
  return allow<readonly string[]>([...byNormalForm.values()]);
}
