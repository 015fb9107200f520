import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CannotStart } from './cannot-start.js';
import { faultOf } from './fault.js';

/**
 * Held for life: an open exclusive transaction on a database of its own. The operating system lets go of it when the process ends, however it
 * ends, which no pid file does.
 */
export class ExclusiveLock {
  private constructor(private readonly database: Database.Database) {}

  static take(file: string, heldFor: string): ExclusiveLock {
    closeSync(openSync(file, 'a', 0o600));
    const database = new Database(file, { timeout: 0 });
    try {
      // Nothing is ever written to it, so it needs no journal beside it.
      database.pragma('journal_mode = MEMORY');
      database.exec('BEGIN EXCLUSIVE');
      return new ExclusiveLock(database);
    } catch (cause) {
      database.close();
      if (!faultOf(cause).code.startsWith('SQLITE_BUSY')) throw cause;
      throw new CannotStart(
        `Another Poststelle is already running on ${heldFor}. Only one process may use a data directory: stop it, or set POSTSTELLE_DATA.`,
        { cause },
      );
    }
  }

  release(): void {
    this.database.close();
  }
}
