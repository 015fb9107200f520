import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataKey } from '../../event-store/data-keys.port.js';
import type { BlobOwner, BlobWriter } from '../blobs.port.js';
import { chunkLength, newHeader, SealedChunks } from '../sealed-chunks.js';
import type { BlobFolders } from './blob-folders.js';

export interface BlobPlaces {
  readonly folders: BlobFolders;
  /** A fresh blob id, and the file it names. */
  place(owner: BlobOwner, keyId: string): { readonly blobId: string; readonly file: string };
}

/** Writes a file that no blob id names, until it is renamed on commit. */
export class FileBlobWriter implements BlobWriter {
  private readonly header = newHeader();
  private readonly chunks: SealedChunks;
  /** Grows up to a chunk: most blobs are a few kilobytes, and there are many of them. */
  private held = Buffer.allocUnsafe(4 * 1024);
  private heldLength = 0;
  private unwritten: Buffer[] = [this.header];
  private ended = false;
  /** One thing after another, whether the caller waits or not; once one has failed, all later ones do. */
  private last: Promise<void> = Promise.resolve();

  private constructor(
    private readonly unfinished: string,
    private readonly file: FileHandle,
    private readonly key: DataKey,
    private readonly places: BlobPlaces,
    private readonly over: () => void,
  ) {
    this.chunks = new SealedChunks(key.bytes, this.header);
  }

  static async begin(unfinished: string, key: DataKey, places: BlobPlaces, over: () => void): Promise<FileBlobWriter> {
    return new FileBlobWriter(unfinished, await open(unfinished, 'wx', 0o600), key, places, over);
  }

  write(chunk: Uint8Array): Promise<void> {
    if (this.ended) return Promise.reject(new Error('This blob is committed or discarded already.'));
    this.last = this.last.then(() => this.take(chunk));
    return this.last;
  }

  async commit(owner: BlobOwner): Promise<string> {
    if (this.ended) throw new Error('This blob is committed or discarded already.');
    this.ended = true;
    try {
      await this.last;
      const { blobId, file } = this.places.place(owner, this.key.id);
      await this.finish(blobId);
      await this.places.folders.ready(dirname(file));
      await rename(this.unfinished, file);
      this.over();
      await this.places.folders.sync(dirname(file));
      return blobId;
    } catch (error) {
      await this.remove();
      throw error;
    }
  }

  async discard(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    // Its failure was told to whoever wrote.
    await this.last.catch(() => undefined);
    await this.remove();
  }

  private async take(chunk: Uint8Array): Promise<void> {
    for (let taken = 0; taken < chunk.length;) {
      // A full chunk is sealed only when more comes: the last one is sealed as the last.
      if (this.heldLength === chunkLength) await this.sealHeld();
      const more = chunk.subarray(taken, taken + chunkLength - this.heldLength);
      this.makeRoom(this.heldLength + more.length);
      this.held.set(more, this.heldLength);
      this.heldLength += more.length;
      taken += more.length;
    }
  }

  private makeRoom(needed: number): void {
    if (needed <= this.held.length) return;
    const larger = Buffer.allocUnsafe(Math.min(chunkLength, Math.max(needed, 2 * this.held.length)));
    this.held.copy(larger, 0, 0, this.heldLength);
    this.held = larger;
  }

  private async sealHeld(last?: string): Promise<void> {
    this.unwritten.push(this.chunks.seal(this.held.subarray(0, this.heldLength), last));
    this.heldLength = 0;
    const bytes = Buffer.concat(this.unwritten);
    this.unwritten = [];
    for (let written = 0; written < bytes.length;) written += (await this.file.write(bytes, written)).bytesWritten;
  }

  private async finish(blobId: string): Promise<void> {
    await this.sealHeld(blobId);
    await this.file.sync();
    await this.file.close();
  }

  private async remove(): Promise<void> {
    // Closing twice is once; what cannot be removed now is abandoned, and the sweep removes it.
    await this.file.close().catch(() => undefined);
    await rm(this.unfinished, { force: true }).catch(() => undefined);
    this.over();
  }
}
