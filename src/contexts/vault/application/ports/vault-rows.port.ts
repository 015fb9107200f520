/** A wrapped thing, or the tombstone that its destruction left. */
export type Kept = { readonly wrapped: Uint8Array } | 'destroyed';

export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Uint8Array;
}

export interface WrappedSecret extends WrappedKey {
  readonly companyId: string;
  /** Unique in its company, where it has one. */
  readonly name?: string;
}

/** Which HMAC key: one per company and purpose. */
export interface HmacKeyName {
  readonly companyId: string;
  readonly purpose: string;
}

/** What the vault stores, wrapped, durable whenever it answers. A destroyed thing leaves its id and nothing of its bytes. */
export interface VaultRows {
  dataKey(id: string): Promise<Kept | undefined>;
  /** All or none; fails where one of the ids is taken. */
  addDataKeys(keys: readonly WrappedKey[]): Promise<void>;
  /** What stands under the id afterwards: this one, or the one that was first. */
  addDataKeyUnlessThere(key: WrappedKey): Promise<Kept>;
  /** Tombstones for all of them, known or not. */
  buryDataKeys(ids: readonly string[]): Promise<void>;
  /** Forgets keys that nobody was ever given, without tombstones. */
  removeUnusedDataKeys(ids: readonly string[]): Promise<void>;

  hmacKey(name: HmacKeyName): Promise<Uint8Array | undefined>;
  /** The one that stands afterwards. */
  addHmacKeyUnlessThere(name: HmacKeyName, wrapped: Uint8Array): Promise<Uint8Array>;

  secret(id: string): Promise<({ readonly companyId: string } & WrappedKey) | 'destroyed' | undefined>;
  secretNamed(companyId: string, name: string): Promise<WrappedKey | undefined>;
  addSecret(secret: WrappedSecret & { readonly name: string }): Promise<void>;
  /** Those that are not destroyed, by name: from the first inclusive to the second exclusive. */
  secretsNamedBetween(from: string, to: string): Promise<readonly Pick<WrappedSecret, 'id' | 'companyId'>[]>;
  /** The one that stands under company and name afterwards. */
  addSecretUnlessNamed(secret: WrappedSecret & { readonly name: string }): Promise<WrappedKey>;
  burySecret(id: string): Promise<void>;

  close(): Promise<void>;
}
