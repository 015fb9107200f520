import { existsSync } from 'node:fs';
import { writeFileDurably } from '../../data-directory/durable-files.js';

const explanation = `The event store was found to be restored from a backup. It does not know the mails that came after that backup: their blobs in this
folder are all that is left of them, so nothing is swept away. Once you have what you need of them, remove this file; the sweep goes on within the hour.
`;

/** Why no blob may be removed: a restore was found, by this start or by one before it, and no person has said that the sweep may go on. */
export function heldBackAfterRestore(file: string, foundRestored: () => boolean): () => Promise<string | undefined> {
  let told = false;
  return async () => {
    if (foundRestored() && !told) {
      await writeFileDurably(file, explanation);
      told = true;
    }
    return existsSync(file) ? `The event store was restored; see ${file}.` : undefined;
  };
}
