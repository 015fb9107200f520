import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { type DataDirectoryLayout, layoutOf } from './data-directory-layout.js';
import { makeFolderDurably, syncFolder, writeFileDurably } from './durable-files.js';
import { ExclusiveLock } from './exclusive-lock.js';
import { whyUnusable } from './why-unusable.js';

/** Everything the embedded profile keeps, held by one process. */
export class DataDirectory {
  private constructor(
    readonly layout: DataDirectoryLayout,
    private readonly lock: ExclusiveLock,
  ) {}

  /** Makes what is missing of the directory and holds it until {@link release}, or the end of the process. Throws {@link CannotStart}. */
  static async hold(path: string): Promise<DataDirectory> {
    const layout = layoutOf(path);
    try {
      await makeFolderDurably(layout.root);
      // Before anything else is made or written: whoever else is at work here must not be disturbed.
      const lock = ExclusiveLock.take(layout.lock, layout.root);
      await prepare(layout).catch((error: unknown) => {
        lock.release();
        throw error;
      });
      return new DataDirectory(layout, lock);
    } catch (error) {
      if (error instanceof CannotStart) throw error;
      throw new CannotStart(whyUnusable(layout.root, error), { cause: error });
    }
  }

  /** After everything that writes to it is closed. */
  release(): void {
    this.lock.release();
  }
}

async function prepare({ root, blobs, outbox, tls }: DataDirectoryLayout): Promise<void> {
  for (const folder of [blobs, outbox, tls]) await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(root);
  // A full disk is told now, not by the first mail.
  const probe = join(root, 'probe');
  await writeFileDurably(probe, Buffer.alloc(64 * 1024));
  await rm(probe);
}
