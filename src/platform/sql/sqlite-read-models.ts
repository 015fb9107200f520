import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { PreparedStatements } from './prepared-statements.js';
import type { ReadModels } from './read-models.js';

/**
 * Read models in one SQLite file. `synchronous=NORMAL`: a commit survives the death of the process, and what a loss of power takes is
 * derived from the events again. `secure_delete` from creation, so that what erasure deletes is overwritten.
 */
export function openReadModels(file: string): ReadModels {
  const writing = new Sqlite(file, { timeout: 5_000 });
  writing.pragma('secure_delete = ON');
  writing.pragma('journal_mode = WAL');
  writing.pragma('synchronous = NORMAL');
  const reading = new Sqlite(file, { readonly: true, timeout: 5_000 });
  const forgetAll = () => {
    for (const each of [writer, reader]) each.forget();
  };
  const writer = new PreparedStatements(writing, forgetAll);
  const reader = new PreparedStatements(reading, forgetAll);
  return {
    writer: over(writer),
    reader: over(reader),
    async close() {
      // The reader first: the last connection to close must be one that may write the log back into the file.
      reader.close();
      writer.close();
    },
  };
}

function over(database: PreparedStatements): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
}
