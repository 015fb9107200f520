import { chmodSync, readFileSync, statSync } from 'node:fs';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import { writeFileDurably } from '#platform/data-directory/durable-files.js';
import { MasterKey } from '../../application/master-key.js';
import { masterKeyNote } from './master-key-note.js';

/** The key in the file, `undefined` where there is no file. Refuses one that others may read or that holds no key. */
export function readKeyFile(path: string): MasterKey | undefined {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return undefined;
  if ((mode & 0o077) !== 0)
    throw new CannotStart(
      `The master key file ${path} may be read or written by others (mode ${(mode & 0o777).toString(8)}). Run: chmod 600 '${path}' - and if somebody may have read it, treat what the vault holds as known to them.`,
    );
  const key = MasterKey.fromBase64(readFileSync(path, 'utf8').trim());
  if (key === undefined) throw new CannotStart(`The master key file ${path} does not hold 32 bytes in base64. Restore it from its backup.`);
  return key;
}

/** Makes the key, durable before anything is wrapped under it, and the note beside it. */
export async function makeKeyFile(path: string): Promise<MasterKey> {
  const text = MasterKey.newBase64();
  await writeFileDurably(`${path}.README.txt`, masterKeyNote);
  await writeFileDurably(path, `${text}\n`);
  chmodSync(path, 0o600);
  const key = MasterKey.fromBase64(text);
  if (key === undefined) throw new Error('A new master key is not one.');
  return key;
}
