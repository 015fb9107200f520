import type { Config } from '../../platform/config/config.js';
import { CannotStart } from '../../platform/data-directory/cannot-start.js';
import { signingKeyId } from '../../platform/http/access/embedded-issuer.js';
import { CommandFailed } from '../command-failed.js';
import { openVault } from '../open-vault.js';
import { type Finding, ok, wrong } from './finding.js';

export async function examineKeys(config: Config): Promise<readonly Finding[]> {
  try {
    const vault = await openVault(config);
    try {
      await vault.dataKeys.find(signingKeyId);
      return [ok('keys', `The master key (from the ${vault.masterKeyFrom}) fits the vault.`)];
    } finally {
      await vault.close();
    }
  } catch (error) {
    if (error instanceof CannotStart || error instanceof CommandFailed) return [wrong('keys', error.message)];
    throw error;
  }
}
