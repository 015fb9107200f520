import type { Config } from '../platform/config/config.js';
import { DataKeyMissing } from '../platform/event-store/data-keys.port.js';
import { issueToken, signingKey, signingKeyId, type TokenRequest } from '../platform/http/access/embedded-issuer.js';
import { CommandFailed } from './command-failed.js';
import { neverStarted, openVault } from './open-vault.js';

/** A token of the embedded issuer, signed with the key that the service's vault keeps; only reads. */
export async function makeToken(config: Config, request: Omit<TokenRequest, 'now'>): Promise<string> {
  const vault = await openVault(config);
  try {
    const key = await vault.dataKeys.find(signingKeyId);
    if (key === 'destroyed') throw new CommandFailed('The signing key of this service was destroyed; no token can be made.');
    return await issueToken(signingKey(key.bytes), { ...request, now: new Date() });
  } catch (error) {
    if (error instanceof DataKeyMissing) throw new CommandFailed(neverStarted(config.dataDirectory), { cause: error });
    throw error;
  } finally {
    await vault.close();
  }
}
