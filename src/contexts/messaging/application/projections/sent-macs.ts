import { normalAddress } from '#kernel/email-address.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';

/** How read models of sending know an address: a keyed HMAC inside the company, so that they hold none. */
export async function addressMac(keys: DataKeys, companyId: string, address: string): Promise<string> {
  return Buffer.from(await keys.hmac('sent-to', companyId, normalAddress(address))).toString('base64url');
}

/** The same of a token: who reads the rows learns no address that could be answered to. */
export async function tokenMac(keys: DataKeys, companyId: string, token: string): Promise<string> {
  return Buffer.from(await keys.hmac('sent-token', companyId, token.toLowerCase())).toString('base64url');
}
