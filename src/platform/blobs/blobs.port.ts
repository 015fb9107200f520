import type { Readable } from 'node:stream';
import type { DataKey } from '../event-store/data-keys.port.js';

/** Whose bytes they are: the sweep asks this stream whether an event names the blob. */
export interface BlobOwner {
  readonly companyId: string;
  readonly category: string;
  readonly streamId: string;
}

/** Encrypted bytes on their way to the store. Until `commit` has answered nothing of it can be read, and after a crash it is swept. */
export interface BlobWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Durable (file and folder fsynced) when it answers; returns the blob's id. */
  commit(owner: BlobOwner): Promise<string>;
  discard(): Promise<void>;
}

export interface Blobs {
  /** Begins a blob under a data key. */
  begin(key: DataKey): Promise<BlobWriter>;
  /** The clear bytes, authenticated before the first one leaves. `erased` where key or blob were destroyed on purpose. Throws {@link BlobMissing} and on tampering. */
  read(blobId: string): Promise<Readable | 'erased'>;
  /** Removing twice is once. */
  remove(blobId: string): Promise<void>;
  /** Committed blobs last written before `date`, and their owners. */
  olderThan(date: Date): AsyncIterable<{ readonly blobId: string; readonly owner: BlobOwner }>;
}
export const Blobs = Symbol('Blobs');

export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}
