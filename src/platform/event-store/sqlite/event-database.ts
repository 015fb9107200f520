import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';

/** Marks the file as ours (`PRAGMA application_id`): "PSev". */
const applicationId = 0x50_53_65_76;
const schemaVersion = 1;

const schema = `
  CREATE TABLE store (id TEXT NOT NULL) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    category TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
`;

/** The file is no event store of this program; the sentence is for the person who starts it. */
export class NotAnEventDatabase extends Error {
  override readonly name = 'NotAnEventDatabase';
}

/** The connection that writes; makes the store, and its id, where the file is new. */
export function openForWriting(path: string): Database.Database {
  return opened(path, {}, (database) => {
    // What a truncation takes away is overwritten, from the first page on.
    database.pragma('secure_delete = ON');
    if (isNew(database)) make(database);
    demandOurs(database, path);
    database.pragma('journal_mode = WAL');
    // Every COMMIT is on the disk before it answers.
    database.pragma('synchronous = FULL');
  });
}

/** A connection that only reads, beside the one that writes or beside the service of another process. */
export function openForReading(path: string): Database.Database {
  return opened(path, { readonly: true, fileMustExist: true }, (database) => {
    demandOurs(database, path);
  });
}

export function storeIdOf(database: Database.Database): string {
  const id = database.prepare<[], string>('SELECT id FROM store').pluck().get();
  if (id === undefined) throw new NotAnEventDatabase(`${database.name} is an event store without an id.`);
  return id;
}

function opened(path: string, options: Database.Options, prepare: (database: Database.Database) => void): Database.Database {
  const database = connect(path, options);
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    if (isNoDatabase(error)) throw new NotAnEventDatabase(`${path} is no SQLite database.`, { cause: error });
    throw error;
  }
}

function connect(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, { timeout: 5_000, ...options });
  } catch (cause) {
    throw new NotAnEventDatabase(`There is no event store that could be opened at ${path}.`, { cause });
  }
}

/** By its code: the driver's error class is made once per process, whoever loaded it first. */
function isNoDatabase(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_NOTADB';
}

function isNew(database: Database.Database): boolean {
  return database.pragma('application_id', { simple: true }) === 0 && database.pragma('schema_version', { simple: true }) === 0;
}

function make(database: Database.Database): void {
  const create = database.transaction(() => {
    // Asked again under the lock: another process may have made it meanwhile.
    if (!isNew(database)) return;
    database.exec(schema);
    database.prepare('INSERT INTO store (id) VALUES (?)').run(`sqlite-${randomBytes(8).toString('hex')}`);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${schemaVersion}`);
  });
  create.immediate();
}

function demandOurs(database: Database.Database, path: string): void {
  if (database.pragma('application_id', { simple: true }) !== applicationId)
    throw new NotAnEventDatabase(`${path} is a SQLite database, but not an event store of Poststelle.`);
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > schemaVersion)
    throw new NotAnEventDatabase(
      `${path} was written by a newer version of Poststelle (schema ${version}); this one knows ${schemaVersion}.`,
    );
}
