import type { Database, Statement } from 'better-sqlite3';

const most = 500;
const changesTables = /^\s*(create|drop|alter)\b/i;

/**
 * Prepares each statement once: to prepare one costs SQLite three times what it costs to run it. What was prepared is forgotten with every
 * change of a table, because the columns of a `select *` are fixed then. Nobody may stream rows from it: a statement in use is busy.
 */
export class PreparedStatements {
  readonly #prepared = new Map<string, Statement>();

  constructor(
    private readonly database: Database,
    private readonly tablesChange: () => void,
  ) {}

  prepare(sql: string): Statement {
    if (changesTables.test(sql)) {
      this.tablesChange();
      return this.database.prepare(sql);
    }
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    if (this.#prepared.size >= most) this.forget();
    const statement = this.database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  forget(): void {
    this.#prepared.clear();
  }

  close(): void {
    this.forget();
    this.database.close();
  }
}
