import { faultOf } from './fault.js';

const full = 'the disk is full. Free some space and start again; nothing was lost';
const forbidden = 'this user may not write there. Give it the folder (chown), or set POSTSTELLE_DATA to another one';
const noFolder = 'there is a file in the way. Set POSTSTELLE_DATA to a folder';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: full,
  EDQUOT: full,
  SQLITE_FULL: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: 'it lies on a read-only file system. Mount it for writing, or set POSTSTELLE_DATA to another folder',
  SQLITE_READONLY: forbidden,
  SQLITE_CANTOPEN: forbidden,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  SQLITE_NOTADB: 'its lock.sqlite is something else. Is this the data directory of a Poststelle?',
};

/** The sentence for a data directory that cannot be used. */
export function whyUnusable(root: string, error: unknown): string {
  const { code, message } = faultOf(error);
  return `The data directory ${root} cannot be used: ${reasons[code] ?? message}.`;
}
