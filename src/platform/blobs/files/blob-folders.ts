import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../../data-directory/durable-files.js';

/** The folders of one blob store: each durable before a blob is said to lie in it, and synced once for all who wait. */
export class BlobFolders {
  private readonly made = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, Promise<void>>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly root: string) {}

  /** Made, and its name durable, in this process; a crash may have come between the two in an earlier one. */
  ready(folder: string): Promise<void> {
    const made = this.made.get(folder) ?? this.make(folder);
    this.made.set(folder, made);
    return made;
  }

  /**
   * Answers after an fsync that began after the call. Only one runs at a time in a folder; who comes meanwhile shares the next, because
   * the one that is running may have missed his change.
   */
  sync(folder: string): Promise<void> {
    const waiting = this.waiting.get(folder) ?? this.syncNext(folder);
    this.waiting.set(folder, waiting);
    return waiting;
  }

  private async syncNext(folder: string): Promise<void> {
    // Whether the one before failed is told to those who waited for it.
    await this.running.get(folder)?.catch(() => undefined);
    const running = syncFolder(folder);
    this.running.set(folder, running);
    this.waiting.delete(folder);
    await running;
  }

  private async make(folder: string): Promise<void> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (let made = folder; made !== this.root && made !== dirname(made); made = dirname(made)) await syncFolder(dirname(made));
    } catch (error) {
      this.made.delete(folder);
      throw error;
    }
  }
}
