/** The key that personal fields and blobs are encrypted under; one per candidate, message and employee. */
export interface DataKey {
  /** Opaque, goes into the stored form. */
  readonly id: string;
  /** 32 bytes for AES-256-GCM. */
  readonly bytes: Uint8Array;
}

/** What the vault keeps for the event store and the blobs. The vault implements it; the platform knows only this. */
export interface DataKeys {
  /** The key, or the tombstone of a destroyed one. Throws {@link DataKeyMissing} where there is neither. */
  find(keyId: string): Promise<DataKey | 'destroyed'>;
  /** Makes the key unless it exists; durable when it answers. Throws {@link DataKeyDestroyed} where a tombstone lies. */
  provide(keyId: string): Promise<DataKey>;
  /** A key that the vault wrote ahead and nobody used yet: durable already, so that taking it costs no write. */
  take(): Promise<DataKey>;
  /** Leaves a tombstone; from now on everything under it reads as erased. Destroying twice is once. */
  destroy(keyId: string): Promise<void>;
  /** A keyed HMAC (SHA-256) under a named key of the company's, made at first use and kept in the vault. */
  hmac(purpose: string, companyId: string, ...parts: readonly (string | Uint8Array)[]): Promise<Uint8Array>;
}
export const DataKeys = Symbol('DataKeys');

/** A key that is neither there nor buried: a vault older than the log. Loud, so that living mail never looks erased. */
export class DataKeyMissing extends Error {
  override readonly name = 'DataKeyMissing';
}

export class DataKeyDestroyed extends Error {
  override readonly name = 'DataKeyDestroyed';
}
