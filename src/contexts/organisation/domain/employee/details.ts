import { allow, refuse } from '#kernel/decision.js';
import { distinctAddresses } from '#kernel/distinct-addresses.js';

const mostAddresses = 20;

/** A name as it is kept: without space around it, and not empty. */
export function nameOf(text: string) {
  const name = text.trim();
  return name === '' ? refuse('name-missing', { field: 'name' }) : allow(name);
}

/** Addresses as they are kept: as written, each once however its letters are cased. */
export function addressesOf(texts: readonly string[]) {
  const addresses = distinctAddresses(texts);
  if (addresses.ok && addresses.value.length > mostAddresses)
    return refuse('too-many-addresses', { field: 'addresses', facts: { most: mostAddresses } });
  return addresses;
}
