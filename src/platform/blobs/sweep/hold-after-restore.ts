import { existsSync } from 'node:fs';
import { writeFileDurably } from '../../data-directory/durable-files.js';
import type { SweepMark } from './sweep-mark.js';

const explanation = `The event store was restored from a backup. It does not know the mails that came after that backup: their blobs in this
folder are all that is left of them, so nothing is swept away, and no password that it does not know is destroyed. Once you have what you need of them,
remove this file; the sweep goes on within the hour.
`;

/** From a restore on nothing is removed because the log does not know it, by this start or a later one, until a person has said that the sweep may go on. */
export class HoldAfterRestore {
  constructor(
    private readonly file: string,
    private readonly mark: SweepMark,
  ) {}

  /** What was looked at before the restore had another log to ask, so that all of it is looked at again. */
  async begin(): Promise<void> {
    await writeFileDurably(this.file, explanation);
    await this.mark.forget();
  }

  /** Why no blob may be removed; `undefined` where it may. */
  async reason(): Promise<string | undefined> {
    return existsSync(this.file) ? `The event store was restored; see ${this.file}.` : undefined;
  }
}
