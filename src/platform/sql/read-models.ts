import type { Kysely } from 'kysely';

/** The database of everything that is derived from events and can be derived again. */
export interface ReadModels {
  /** One connection; a transaction holds it, others wait for their turn. */
  readonly writer: Kysely<unknown>;
  /** Sees committed rows only, and cannot write. */
  readonly reader: Kysely<unknown>;
  close(): Promise<void>;
}
export const ReadModels = Symbol('ReadModels');

/** The same connection, seen as holding these tables. Kysely's table types are only a claim about the database; this is where it is made. */
export function tablesOf<Tables>(database: Kysely<unknown>): Kysely<Tables> {
  return database as Kysely<Tables>;
}
