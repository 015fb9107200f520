import type { Readable } from 'node:stream';
import type { DataKey } from '../event-store/data-keys.port.js';

/** Whose bytes they are: the sweep asks this stream whether an event names the blob. Must be a stream that can exist, or `commit` throws a RangeError. */
export interface BlobOwner {
  readonly companyId: string;
  readonly category: string;
  readonly streamId: string;
}

/** Encrypted bytes on their way to the store. Until `commit` has answered nothing of it can be read, and after a crash it is swept. */
export interface BlobWriter {
  /** The chunk is the writer's until it answers. After a failure every later call fails the same way. */
  write(chunk: Uint8Array): Promise<void>;
  /** Durable (file and folder fsynced) when it answers; returns the blob's id. Leaves nothing behind when it fails before the bytes are in place. */
  commit(owner: BlobOwner): Promise<string>;
  /** Nothing remains of it. After a commit it changes nothing. */
  discard(): Promise<void>;
}

/** Since when, and before when a blob was committed. */
export interface CommittedWithin {
  readonly since?: Date;
  readonly before: Date;
}

export interface Blobs {
  /** Begins a blob under a data key. */
  begin(key: DataKey): Promise<BlobWriter>;
  /**
   * The clear bytes, all of them authenticated before the first one leaves. `erased` where the blob's key was destroyed, whether the bytes are
   * still there or not. Throws {@link BlobMissing}, and {@link BlobDamaged} on tampering. Who does not read to the end destroys the stream.
   */
  read(blobId: string): Promise<Readable | 'erased'>;
  /** Durable when it answers. Removing twice is once. */
  remove(blobId: string): Promise<void>;
  /** Committed blobs and their owners, oldest day first. */
  committed(when: CommittedWithin): AsyncIterable<{ readonly blobId: string; readonly owner: BlobOwner }>;
  /** Removes what was begun before `date` and never committed; returns how many. What is still being written stays. */
  discardAbandoned(date: Date): Promise<number>;
}
export const Blobs = Symbol('Blobs');

/** The bytes are not there although their key is. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}

/** The bytes are not those that were committed under this id: changed, cut short, reordered, or another blob's. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
}
