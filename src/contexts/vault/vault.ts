import { dirname } from 'node:path';
import type { Clock } from '#kernel/clock.js';
import type { Ids } from '#kernel/ids.js';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import { syncFolder } from '#platform/data-directory/durable-files.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { findMasterKey, type FoundMasterKey, type MasterKeyPlace } from './adapters/files/find-master-key.js';
import { SqliteVaultRows } from './adapters/sqlite/sqlite-vault-rows.js';
import { openVaultFile, vaultExists } from './adapters/sqlite/vault-file.js';
import { KeptSecrets } from './application/kept-secrets.js';
import type { VaultRows } from './application/ports/vault-rows.port.js';
import { type DataKeySettings, WrappedDataKeys } from './application/wrapped-data-keys.js';

export interface VaultPlace extends MasterKeyPlace {
  /** `vault.sqlite` */
  readonly file: string;
}

export interface VaultNeeds {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dataKeys: DataKeySettings;
  /** The log whose keys are kept here. */
  readonly log?: Pick<EventStore, 'head'>;
}

/** The open vault. Whoever opened it closes it, after everything that still writes. */
export class Vault {
  private constructor(
    readonly dataKeys: WrappedDataKeys,
    readonly secrets: KeptSecrets,
    readonly masterKeyFrom: FoundMasterKey['from'],
    private readonly rows: VaultRows,
  ) {}

  /** For the one service of a data directory, which holds its lock. Throws `CannotStart`. */
  static async open(place: VaultPlace, needs: VaultNeeds): Promise<Vault> {
    await refuseNewVaultBesideOldLog(place, needs.log);
    const vault = await Vault.at(place, needs, 'write');
    await vault.dataKeys.prepare();
    return vault;
  }

  /** For the CLI beside a running service: finds and reveals, makes nothing; whatever would write fails. Throws `CannotStart`. */
  static openReadOnly(place: VaultPlace, needs: VaultNeeds): Promise<Vault> {
    return Vault.at(place, needs, 'read');
  }

  async close(): Promise<void> {
    await this.dataKeys.close();
    await this.rows.close();
  }

  private static async at(place: VaultPlace, { clock, ids, dataKeys }: VaultNeeds, access: 'read' | 'write'): Promise<Vault> {
    // Who only reads never makes a key, not even where there is no vault yet.
    const { key, from } = await findMasterKey(place, access === 'read' || vaultExists(place.file) ? 'exists' : 'is-new');
    const rows = new SqliteVaultRows(openVaultFile(place.file, key, access), clock);
    if (access === 'write') await syncFolder(dirname(place.file));
    return new Vault(new WrappedDataKeys(rows, key, ids, dataKeys), new KeptSecrets(rows, key, ids), from, rows);
  }
}

/** A new vault has other HMAC keys: no mail, address or external id of before would ever be recognised again, and no error would say so. */
async function refuseNewVaultBesideOldLog({ file }: VaultPlace, log: VaultNeeds['log']): Promise<void> {
  if (log === undefined || vaultExists(file) || (await log.head()) === undefined) return;
  throw new CannotStart(
    `The event log has a history but its vault ${file} is missing, and a new one could open nothing of it. Restore the vault from its backup.`,
  );
}
