import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import { faultOf } from '#platform/data-directory/fault.js';
import { type MasterKey, WrapDamaged } from '../../application/master-key.js';
import { createTables, tablesVersion } from './vault-tables.js';

const checkText = 'poststelle vault';

/** Whether a vault was ever begun in this file. */
export function vaultExists(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

/** The vault's file, opened under its own master key; made where there is none yet, unless only to be read. */
export function openVaultFile(file: string, masterKey: MasterKey, access: 'write' | 'read'): Database.Database {
  if (access === 'read' && !vaultExists(file))
    throw new CannotStart(`There is no vault at ${file} yet. It is made when the service first starts.`);
  const database = connected(file, access);
  try {
    if (access === 'write') prepare(database);
    checkVersion(database, file);
    if (access === 'write' && versionOf(database) === 0) create(database, masterKey);
    checkKey(database, file, masterKey);
    return database;
  } catch (error) {
    database.close();
    throw isNoDatabase(error) ? new CannotStart(`${file} is no vault: ${faultOf(error).message}.`, { cause: error }) : error;
  }
}

function connected(file: string, access: 'write' | 'read'): Database.Database {
  try {
    // Made here, because SQLite would make it readable by others; its log files take over the mode.
    if (access === 'write') closeSync(openSync(file, 'a', 0o600));
    return new Database(file, access === 'read' ? { readonly: true, fileMustExist: true } : {});
  } catch (cause) {
    throw new CannotStart(`The vault ${file} cannot be opened: ${faultOf(cause).message}.`, { cause });
  }
}

/** `FULL` because the vault cannot be rebuilt; `secure_delete` because it must be able to forget. */
function prepare(database: Database.Database): void {
  database.pragma('secure_delete = ON');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

function create(database: Database.Database, masterKey: MasterKey): void {
  const begin = database.transaction(() => {
    database.exec(createTables);
    database.prepare('INSERT INTO key_check (only, wrapped) VALUES (1, ?)').run(masterKey.wrap(Buffer.from(checkText), 'key-check'));
    database.pragma(`user_version = ${String(tablesVersion)}`);
  });
  begin.immediate();
}

function versionOf(database: Database.Database): number {
  const version: unknown = database.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : Number.NaN;
}

function checkVersion(database: Database.Database, file: string): void {
  const version = versionOf(database);
  if (version === 0 && !database.readonly) return;
  if (version !== tablesVersion)
    throw new CannotStart(
      `The vault ${file} has the version ${String(version)}, this release reads ${String(tablesVersion)}: was it made by a newer one?`,
    );
}

/** A wrong key must be found before anything is read or written under it. */
function checkKey(database: Database.Database, file: string, masterKey: MasterKey): void {
  const row = database.prepare<[], { wrapped: Buffer }>('SELECT wrapped FROM key_check').get();
  if (row === undefined)
    throw new CannotStart(`The vault ${file} has lost its key check value: it is damaged. Restore it from its backup.`);
  try {
    masterKey.unwrap(row.wrapped, 'key-check');
  } catch (cause) {
    if (!(cause instanceof WrapDamaged)) throw cause;
    throw new CannotStart(
      `The master key given does not open the vault ${file}: it was made under another one. Nothing was changed. Give the key that it was made under.`,
      { cause },
    );
  }
}

function isNoDatabase(error: unknown): boolean {
  const { code } = faultOf(error);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
