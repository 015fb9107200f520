import { readFile, rm } from 'node:fs/promises';
import { faultOf } from '../../data-directory/fault.js';
import { writeFileDurably } from '../../data-directory/durable-files.js';

/** Up to when every blob was looked at once, so that a sweep need not look at all of them again. Losing it costs one long sweep. */
export class SweepMark {
  constructor(private readonly file: string) {}

  async read(): Promise<Date | undefined> {
    try {
      const date = new Date((await readFile(this.file, 'utf8')).trim());
      return Number.isNaN(date.getTime()) ? undefined : date;
    } catch (error) {
      if (faultOf(error).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async set(date: Date): Promise<void> {
    await writeFileDurably(this.file, `${date.toISOString()}\n`);
  }

  /** After a restore nothing was looked at. */
  async forget(): Promise<void> {
    await rm(this.file, { force: true });
  }
}
