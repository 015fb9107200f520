import { existsSync } from 'node:fs';
import { Vault } from '../contexts/vault/vault.js';
import type { Config } from '../platform/config/config.js';
import { layoutOf } from '../platform/data-directory/data-directory-layout.js';
import { randomIds } from '../platform/system/random-ids.js';
import { systemClock } from '../platform/system/system-clock.js';
import { CommandFailed } from './command-failed.js';

/** The vault of a service that runs, or ran, on this data directory; reads only. */
export async function openVault({ dataDirectory, masterKey }: Pick<Config, 'dataDirectory' | 'masterKey'>): Promise<Vault> {
  const layout = layoutOf(dataDirectory);
  if (!existsSync(layout.vault)) throw new CommandFailed(neverStarted(layout.root));
  const place = { file: layout.vault, keyFile: layout.masterKey, ...(masterKey === undefined ? {} : { masterKey }) };
  return Vault.openReadOnly(place, { clock: systemClock, ids: randomIds, dataKeys: { reportFailure: () => undefined } });
}

export function neverStarted(root: string): string {
  return `The service was never started on ${root}: start it once (npm start), or set POSTSTELLE_DATA to where its data are.`;
}
