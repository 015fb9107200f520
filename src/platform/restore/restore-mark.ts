import { readFile, rm } from 'node:fs/promises';
import { faultOf } from '../data-directory/fault.js';
import { writeFileDurably } from '../data-directory/durable-files.js';
import type { Checkpoint } from '../projections/bookkeeping.js';

/** A restore whose consequences are not all drawn. */
export interface Restore {
  /** The last event that was there when the restore was found; absent where it was only declared, and in an empty log. */
  readonly last?: Checkpoint;
  /** Names of what is done already. */
  readonly done: readonly string[];
}

/** As the operator says it, without the log at hand. */
export const declaredRestore: Restore = { done: [] };

/** A file that lies there from the moment a restore is known until all that follows from it is done, whatever happens meanwhile. */
export class RestoreMark {
  constructor(private readonly file: string) {}

  /** `undefined` where no restore is marked. A mark that cannot be understood is one that was only declared. */
  async read(): Promise<Restore | undefined> {
    try {
      return understood(await readFile(this.file, 'utf8'));
    } catch (error) {
      if (faultOf(error).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async write(restore: Restore): Promise<void> {
    await writeFileDurably(this.file, `${JSON.stringify(restore)}\n`);
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

function understood(text: string): Restore {
  try {
    const read: unknown = JSON.parse(text);
    return isRestore(read) ? read : declaredRestore;
  } catch (error) {
    if (error instanceof SyntaxError) return declaredRestore;
    throw error;
  }
}

function isRestore(read: unknown): read is Restore {
  if (typeof read !== 'object' || read === null || !('done' in read) || !Array.isArray(read.done)) return false;
  return read.done.every((name) => typeof name === 'string') && (!('last' in read) || isCheckpoint(read.last));
}

function isCheckpoint(last: unknown): last is Checkpoint {
  if (typeof last !== 'object' || last === null || !('position' in last) || !('eventId' in last)) return false;
  return typeof last.position === 'string' && typeof last.eventId === 'string';
}
