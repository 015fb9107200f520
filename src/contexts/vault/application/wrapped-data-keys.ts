import { randomBytes } from 'node:crypto';
import type { Ids } from '#kernel/ids.js';
import { type DataKey, DataKeyDestroyed, DataKeyMissing, type DataKeys } from '#platform/event-store/data-keys.port.js';
import type { MasterKey } from './master-key.js';
import { MessageKeyPool, type PoolSettings } from './message-key-pool.js';
import { NamedHmacKeys } from './named-hmac-keys.js';
import type { Kept, VaultRows } from './ports/vault-rows.port.js';
import { RecentlyUsed } from './recently-used.js';

export interface DataKeySettings {
  /** Where a batch of message keys that could not be written ahead is told. */
  readonly reportFailure: (error: unknown) => void;
  readonly pool?: PoolSettings;
  /** Unwrapped keys held in memory; 10,000 unless told. */
  readonly remembered?: number;
}

/** Data keys wrapped under the master key. */
export class WrappedDataKeys implements DataKeys {
  private readonly recent: RecentlyUsed<DataKey>;
  private readonly pool: MessageKeyPool;
  private readonly hmacKeys: NamedHmacKeys;
  private burials = 0;

  constructor(
    private readonly rows: VaultRows,
    private readonly masterKey: MasterKey,
    private readonly ids: Ids,
    { reportFailure, pool, remembered = 10_000 }: DataKeySettings,
  ) {
    this.recent = new RecentlyUsed(remembered);
    this.hmacKeys = new NamedHmacKeys(rows, masterKey);
    this.pool = new MessageKeyPool((count) => this.writeAhead(count), reportFailure, pool);
  }

  async find(keyId: string): Promise<DataKey | 'destroyed'> {
    const known = this.recent.get(keyId);
    if (known !== undefined) return known;
    const burials = this.burials;
    const kept = await this.rows.dataKey(keyId);
    if (kept === undefined)
      throw new DataKeyMissing(`The vault has neither the data key ${keyId} nor its tombstone: it may be older than the event log.`);
    return this.unwrap(keyId, kept, burials);
  }

  async provide(keyId: string): Promise<DataKey> {
    if (keyId === '' || keyId.length > 200) throw new RangeError('A data key id has 1 to 200 characters.');
    const known = this.recent.get(keyId);
    if (known !== undefined) return known;
    const burials = this.burials;
    const kept =
      (await this.rows.dataKey(keyId)) ??
      (await this.rows.addDataKeyUnlessThere({ id: keyId, wrapped: this.masterKey.wrap(randomBytes(32), 'data-key', keyId) }));
    const key = this.unwrap(keyId, kept, burials);
    if (key === 'destroyed') throw new DataKeyDestroyed(`The data key ${keyId} was destroyed on purpose.`);
    return key;
  }

  async take(): Promise<DataKey> {
    const key = await this.pool.take();
    this.recent.keep(key.id, key);
    return key;
  }

  destroy(keyId: string): Promise<void> {
    return this.bury([keyId]);
  }

  /** Every one of them reads as erased from now on, also those that this vault has never known (restored from before they were made). */
  async bury(keyIds: readonly string[]): Promise<void> {
    await this.rows.buryDataKeys(keyIds);
    this.burials += 1;
    for (const keyId of keyIds) this.recent.forget(keyId);
  }

  hmac(purpose: string, companyId: string, ...parts: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
    return this.hmacKeys.hmac(purpose, companyId, parts);
  }

  /** Writes the first batch of message keys, so that the first mail waits for none. */
  prepare(): Promise<void> {
    return this.pool.refill();
  }

  async close(): Promise<void> {
    const unused = await this.pool.close();
    await this.rows.removeUnusedDataKeys(unused.map((key) => key.id));
    this.recent.clear();
    this.hmacKeys.clear();
  }

  private unwrap(keyId: string, kept: Kept, burials: number): DataKey | 'destroyed' {
    if (kept === 'destroyed') return kept;
    const key = { id: keyId, bytes: this.masterKey.unwrap(kept.wrapped, 'data-key', keyId) };
    // A key that was read before a burial and arrives after it must not be remembered for ever.
    if (burials === this.burials) this.recent.keep(keyId, key);
    return key;
  }

  private async writeAhead(count: number): Promise<readonly DataKey[]> {
    const keys = Array.from({ length: count }, () => ({ id: this.ids.next(), bytes: new Uint8Array(randomBytes(32)) }));
    await this.rows.addDataKeys(keys.map(({ id, bytes }) => ({ id, wrapped: this.masterKey.wrap(bytes, 'data-key', id) })));
    return keys;
  }
}
