import { normalAddress } from '#kernel/email-address.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';

/** What an address is looked up by: a keyed HMAC, one key for each company, so that the table of it says nothing to anybody else. */
export function addressDigest(keys: DataKeys, companyId: string, address: string): Promise<string> {
  return digest(keys, 'candidate-address', companyId, normalAddress(address));
}

/** Names alike but for case, accents and spacing have the same one. */
export function nameDigest(keys: DataKeys, companyId: string, name: string): Promise<string> {
  const alike = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  return digest(keys, 'candidate-name', companyId, alike);
}

async function digest(keys: DataKeys, purpose: string, companyId: string, text: string): Promise<string> {
  return Buffer.from(await keys.hmac(purpose, companyId, text)).toString('base64url');
}
