import type Database from 'better-sqlite3';
import type { Clock } from '#kernel/clock.js';
import type { HmacKeyName, Kept, VaultRows, WrappedKey, WrappedSecret } from '../../application/ports/vault-rows.port.js';

interface KeyRow {
  readonly wrapped: Buffer | null;
}

/** Nobody else writes; a reader that opens the file can still be in the way for a moment. */
const busyTimeoutMs = 2_000;

/** The vault in one SQLite file. Every statement is a transaction of its own and durable when it returns. */
export class SqliteVaultRows implements VaultRows {
  private readonly statements;
  private forgettingOwed = false;

  constructor(
    private readonly database: Database.Database,
    private readonly clock: Clock,
  ) {
    this.statements = prepared(database);
  }

  async dataKey(id: string): Promise<Kept | undefined> {
    const row = this.statements.dataKey.get(id);
    return row && keptOf(row);
  }

  async addDataKeys(keys: readonly WrappedKey[]): Promise<void> {
    this.database.transaction(() => {
      for (const { id, wrapped } of keys) this.statements.addDataKey.run(id, wrapped);
    })();
  }

  async addDataKeyUnlessThere({ id, wrapped }: WrappedKey): Promise<Kept> {
    this.statements.addDataKeyUnlessThere.run(id, wrapped);
    return standing(await this.dataKey(id));
  }

  async buryDataKeys(ids: readonly string[]): Promise<void> {
    const now = this.clock.now().toISOString();
    this.database.transaction(() => {
      for (const id of ids) this.statements.buryDataKey.run(id, now);
    })();
    this.forget();
  }

  async removeUnusedDataKeys(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    this.database.transaction(() => {
      for (const id of ids) this.statements.removeDataKey.run(id);
    })();
  }

  async hmacKey({ companyId, purpose }: HmacKeyName): Promise<Uint8Array | undefined> {
    return this.statements.hmacKey.get(companyId, purpose)?.wrapped;
  }

  async addHmacKeyUnlessThere(name: HmacKeyName, wrapped: Uint8Array): Promise<Uint8Array> {
    this.statements.addHmacKeyUnlessThere.run(name.companyId, name.purpose, wrapped);
    return standing(await this.hmacKey(name));
  }

  async secret(id: string) {
    const row = this.statements.secret.get(id);
    if (row === undefined) return undefined;
    return row.wrapped === null ? 'destroyed' : { id, companyId: row.companyId, wrapped: row.wrapped };
  }

  async secretNamed(companyId: string, name: string): Promise<WrappedKey | undefined> {
    return this.statements.secretNamed.get(companyId, name);
  }

  async addSecret({ id, companyId, name, wrapped }: WrappedSecret & { readonly name: string }): Promise<void> {
    this.statements.addSecret.run(id, companyId, name, wrapped);
  }

  async secretsNamedBetween(from: string, to: string) {
    return this.statements.secretsNamedBetween.all(from, to);
  }

  async addSecretUnlessNamed({ id, companyId, name, wrapped }: WrappedSecret & { readonly name: string }): Promise<WrappedKey> {
    this.statements.addSecretUnlessNamed.run(id, companyId, name, wrapped);
    return standing(await this.secretNamed(companyId, name));
  }

  async burySecret(id: string): Promise<void> {
    this.statements.burySecret.run(id, this.clock.now().toISOString());
    this.forget();
  }

  /** Closing twice is once. */
  async close(): Promise<void> {
    if (!this.database.open) return;
    if (this.forgettingOwed) this.forget();
    this.database.close();
  }

  /**
   * What was overwritten in the file still stands in the write-ahead log, until that is emptied. A reader beside us can hold the log
   * open, and waiting for it would stop the thread; then the next burial, or the close, empties it.
   */
  private forget(): void {
    this.database.pragma('busy_timeout = 0');
    const [result] = this.statements.emptyLog.all();
    this.forgettingOwed = result?.busy !== 0;
    this.database.pragma(`busy_timeout = ${String(busyTimeoutMs)}`);
  }
}

function keptOf({ wrapped }: KeyRow): Kept {
  return wrapped === null ? 'destroyed' : { wrapped };
}

function standing<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A row that was just written to the vault is not there.');
  return row;
}

function prepared(database: Database.Database) {
  return {
    dataKey: database.prepare<[string], KeyRow>('SELECT wrapped FROM data_keys WHERE id = ?'),
    addDataKey: database.prepare<[string, Uint8Array]>('INSERT INTO data_keys (id, wrapped) VALUES (?, ?)'),
    addDataKeyUnlessThere: database.prepare<[string, Uint8Array]>(
      'INSERT INTO data_keys (id, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    buryDataKey: database.prepare<[string, string]>(
      `INSERT INTO data_keys (id, destroyed_at) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at WHERE wrapped IS NOT NULL`,
    ),
    removeDataKey: database.prepare<[string]>('DELETE FROM data_keys WHERE id = ? AND wrapped IS NOT NULL'),
    hmacKey: database.prepare<[string, string], { wrapped: Buffer }>('SELECT wrapped FROM hmac_keys WHERE company_id = ? AND purpose = ?'),
    addHmacKeyUnlessThere: database.prepare<[string, string, Uint8Array]>(
      'INSERT INTO hmac_keys (company_id, purpose, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    secret: database.prepare<[string], { companyId: string; wrapped: Buffer } | { companyId: null; wrapped: null }>(
      'SELECT company_id AS companyId, wrapped FROM secrets WHERE id = ?',
    ),
    secretNamed: database.prepare<[string, string], { id: string; wrapped: Buffer }>(
      'SELECT id, wrapped FROM secrets WHERE company_id = ? AND name = ?',
    ),
    secretsNamedBetween: database.prepare<[string, string], { id: string; companyId: string }>(
      'SELECT id, company_id AS companyId FROM secrets WHERE wrapped IS NOT NULL AND name >= ? AND name < ?',
    ),
    addSecret: database.prepare<[string, string, string, Uint8Array]>(
      'INSERT INTO secrets (id, company_id, name, wrapped) VALUES (?, ?, ?, ?)',
    ),
    addSecretUnlessNamed: database.prepare<[string, string, string, Uint8Array]>(
      'INSERT INTO secrets (id, company_id, name, wrapped) VALUES (?, ?, ?, ?) ON CONFLICT (company_id, name) DO NOTHING',
    ),
    burySecret: database.prepare<[string, string]>(
      `INSERT INTO secrets (id, destroyed_at) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET wrapped = NULL, company_id = NULL, name = NULL, destroyed_at = excluded.destroyed_at
       WHERE wrapped IS NOT NULL`,
    ),
    emptyLog: database.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)'),
  };
}
