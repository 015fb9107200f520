import { normalAddress } from '#kernel/email-address.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';

/** What an employee's address is looked up by: a keyed HMAC, one key for each company, so that the table of it says nothing. */
export async function addressDigest(keys: DataKeys, companyId: string, address: string): Promise<string> {
  return Buffer.from(await keys.hmac('employee-address', companyId, normalAddress(address))).toString('base64url');
}
