import { CannotStart } from '#platform/data-directory/cannot-start.js';
import { MasterKey } from '../../application/master-key.js';
import { makeKeyFile, readKeyFile } from './master-key-file.js';

export interface MasterKeyPlace {
  /** `POSTSTELLE_MASTER_KEY`, where it is set: then the file is not looked at. */
  readonly masterKey?: string;
  readonly keyFile: string;
}

/** Where the master key came from, for the start screen. */
export interface FoundMasterKey {
  readonly key: MasterKey;
  readonly from: 'environment' | 'file' | 'file-made-now';
}

/** Finds the key, or makes one where there is no vault yet that needs an older one. */
export async function findMasterKey({ masterKey, keyFile }: MasterKeyPlace, vault: 'exists' | 'is-new'): Promise<FoundMasterKey> {
  if (masterKey !== undefined) return { key: fromEnvironment(masterKey), from: 'environment' };
  const key = readKeyFile(keyFile);
  if (key !== undefined) return { key, from: 'file' };
  if (vault === 'exists')
    throw new CannotStart(
      `The vault exists but its master key is missing: POSTSTELLE_MASTER_KEY is not set and there is no ${keyFile}. Restore the key from its backup; a new one could open nothing and is not made.`,
    );
  return { key: await makeKeyFile(keyFile), from: 'file-made-now' };
}

function fromEnvironment(text: string): MasterKey {
  const key = MasterKey.fromBase64(text.trim());
  if (key === undefined)
    throw new CannotStart(
      'POSTSTELLE_MASTER_KEY must be exactly 32 bytes in base64 (44 characters). Make one with: openssl rand -base64 32',
    );
  return key;
}
