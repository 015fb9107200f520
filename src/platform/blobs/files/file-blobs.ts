import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Clock } from '#kernel/clock.js';
import { faultOf } from '../../data-directory/fault.js';
import type { DataKey, DataKeys } from '../../event-store/data-keys.port.js';
import { blobNameOf, dayOf, newBlobId } from '../blob-id.js';
import { BlobMissing, type BlobOwner, type Blobs, type BlobWriter, type CommittedWithin } from '../blobs.port.js';
import { BlobFolders } from './blob-folders.js';
import { FileBlobWriter } from './file-blob-writer.js';
import { openedBlob } from './opened-blob.js';

const unfinishedFolder = 'unfinished';
const dayForm = /^\d{4}-\d\d-\d\d$/;

/** One file per blob, in a folder per day: removing one is a real unlink, and the sweep looks at recent days only. */
export class FileBlobs implements Blobs {
  private readonly folders: BlobFolders;
  private readonly writing = new Set<string>();

  private constructor(
    private readonly root: string,
    private readonly dataKeys: Pick<DataKeys, 'find'>,
    private readonly clock: Clock,
  ) {
    this.folders = new BlobFolders(root);
  }

  static async open(root: string, dataKeys: Pick<DataKeys, 'find'>, clock: Clock): Promise<FileBlobs> {
    await mkdir(join(root, unfinishedFolder), { recursive: true, mode: 0o700 });
    return new FileBlobs(root, dataKeys, clock);
  }

  async begin(key: DataKey): Promise<BlobWriter> {
    const name = randomUUID();
    this.writing.add(name);
    const over = () => this.writing.delete(name);
    const places = { folders: this.folders, place: (owner: BlobOwner, keyId: string) => this.place(owner, keyId) };
    try {
      return await FileBlobWriter.begin(join(this.root, unfinishedFolder, name), key, places, over);
    } catch (error) {
      over();
      throw error;
    }
  }

  async read(blobId: string): Promise<Readable | 'erased'> {
    const name = blobNameOf(blobId);
    if (name === undefined) throw new BlobMissing('This is no blob id.');
    const key = await this.dataKeys.find(name.keyId);
    if (key === 'destroyed') return 'erased';
    const file = await this.opened(blobId);
    try {
      return await openedBlob(file, key.bytes, blobId);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async remove(blobId: string): Promise<void> {
    if (blobNameOf(blobId) === undefined) throw new BlobMissing('This is no blob id.');
    const file = join(this.root, blobId);
    try {
      await unlink(file);
    } catch (error) {
      if (faultOf(error).code === 'ENOENT') return;
      throw error;
    }
    await this.folders.sync(dirname(file));
  }

  async *committed({ since, before }: CommittedWithin) {
    for (const day of await this.days(since, before))
      for (const file of await readdir(join(this.root, day))) {
        const blobId = `${day}/${file}`;
        const name = blobNameOf(blobId);
        // A file that somebody else laid here is none of ours to list.
        if (name === undefined || name.committedAt >= before || (since !== undefined && name.committedAt < since)) continue;
        yield { blobId, owner: name.owner };
      }
  }

  async discardAbandoned(date: Date): Promise<number> {
    let discarded = 0;
    const folder = join(this.root, unfinishedFolder);
    for (const name of await readdir(folder)) {
      if (this.writing.has(name) || (await lastWritten(join(folder, name))) >= date.getTime()) continue;
      await rm(join(folder, name), { force: true });
      discarded += 1;
    }
    return discarded;
  }

  private place(owner: BlobOwner, keyId: string) {
    const blobId = newBlobId(owner, keyId, this.clock.now());
    return { blobId, file: join(this.root, blobId) };
  }

  private async opened(blobId: string): Promise<FileHandle> {
    try {
      return await open(join(this.root, blobId), 'r');
    } catch (cause) {
      if (faultOf(cause).code === 'ENOENT') throw new BlobMissing(`There is no blob ${blobId}, although its key is there.`, { cause });
      throw cause;
    }
  }

  private async days(since: Date | undefined, before: Date): Promise<readonly string[]> {
    const [first, last] = [since === undefined ? '' : dayOf(since), dayOf(before)];
    return (await readdir(this.root)).filter((day) => dayForm.test(day) && day >= first && day <= last).sort();
  }
}

/** A file that was committed or discarded meanwhile was written just now. */
async function lastWritten(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (faultOf(error).code === 'ENOENT') return Number.POSITIVE_INFINITY;
    throw error;
  }
}
