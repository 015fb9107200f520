import { join } from 'node:path';
import { v7 } from 'uuid';
import { Vault, type VaultPlace } from '#contexts/vault/vault.js';

export const vaultPlace = (folder: string): VaultPlace => ({ file: join(folder, 'vault.sqlite'), keyFile: join(folder, 'master.key') });

export const vaultNeeds = {
  clock: { now: () => new Date() },
  ids: { next: () => v7(), token: () => '' },
  dataKeys: {
    reportFailure: (error: unknown) => {
      throw error;
    },
    pool: { batch: 8, low: 4 },
  },
};

export const openVault = (folder: string, place: Partial<VaultPlace> = {}) => Vault.open({ ...vaultPlace(folder), ...place }, vaultNeeds);
export const readVault = (folder: string) => Vault.openReadOnly(vaultPlace(folder), vaultNeeds);
