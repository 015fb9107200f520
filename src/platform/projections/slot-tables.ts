import type { Kysely } from 'kysely';
import { tablesOf } from '../sql/read-models.js';
import type { PhysicalName } from '../sql/table-names.plugin.js';
import { type Bookkeeping, findSlot, type ProjectionRow, type Slot } from './bookkeeping.js';
import { type Definition, fingerprintOf } from './definition.js';

/** `mailbox_settings` is `mailbox_settings_v1`, or `mailbox_settings_v1_shadow` while that is being filled. */
export function physicalTable(logical: string, version: number, slot: Slot): string {
  return `${logical}_v${version}${slot === 'shadow' ? '_shadow' : ''}`;
}

export function namesIn(tables: readonly string[], version: number, slot: Slot): PhysicalName {
  const names = new Map(tables.map((logical) => [logical, physicalTable(logical, version, slot)]));
  return (logical) => names.get(logical);
}

export function namesOf({ tables, version }: Definition, slot: Slot): PhysicalName {
  return namesIn(
    tables.map(([logical]) => logical),
    version,
    slot,
  );
}

/** Empty tables without a checkpoint, in place of what the slot held before. To be called in a transaction. */
export async function beginSlot(database: Kysely<unknown>, definition: Definition, slot: Slot): Promise<ProjectionRow> {
  const books = tablesOf<Bookkeeping>(database);
  const { name, version } = definition;
  const [live, shadow] = [await findSlot(books, name, 'live'), await findSlot(books, name, 'shadow')];
  const build = Math.max(live?.build ?? 0, shadow?.build ?? 0) + 1;
  await dropSlot(database, name, slot);
  for (const [logical, shape] of definition.tables) {
    const table = physicalTable(logical, version, slot);
    await database.schema.dropTable(table).ifExists().execute();
    await shape(database.schema.createTable(table)).execute();
  }
  await createIndexes(database, definition, slot, build);
  const tables = JSON.stringify(definition.tables.map(([logical]) => logical));
  const fingerprint = fingerprintOf(definition, database);
  const row: ProjectionRow = { projection: name, slot, version, fingerprint, tables, build, position: null, event_id: null };
  await books.insertInto('projections').values(row).execute();
  return row;
}

/** Indexes keep their names when their tables are renamed, and names are unique in the database: hence the number of the build. */
async function createIndexes(database: Kysely<unknown>, { version, indexes }: Definition, slot: Slot, build: number): Promise<void> {
  for (const [ordinal, { on, columns, unique = false }] of indexes.entries()) {
    const index = database.schema
      .createIndex(`${on}_v${version}_i${ordinal}_b${build}`)
      .on(physicalTable(on, version, slot))
      .columns([...columns]);
    await (unique ? index.unique() : index).execute();
  }
}

/** The tables, the checkpoint and the dead letters of a slot are gone. To be called in a transaction. */
export async function dropSlot(database: Kysely<unknown>, projection: string, slot: Slot): Promise<void> {
  const books = tablesOf<Bookkeeping>(database);
  const row = await findSlot(books, projection, slot);
  if (row === undefined) return; // Nothing was ever built there.
  for (const logical of tablesIn(row))
    await books.schema
      .dropTable(physicalTable(logical, row.version, slot))
      .ifExists()
      .execute();
  await books.deleteFrom('projections').where('projection', '=', projection).where('slot', '=', slot).execute();
  await books.deleteFrom('dead_letters').where('projection', '=', projection).where('slot', '=', slot).execute();
}

/** What was filled as a shadow is live from now on. To be called in a transaction. */
export async function swapSlots(database: Kysely<unknown>, definition: Definition): Promise<void> {
  const { name, version, tables } = definition;
  const books = tablesOf<Bookkeeping>(database);
  const former = await findSlot(books, name, 'live');
  if (former?.version === version && former.fingerprint === fingerprintOf(definition, database))
    for (const [logical] of tables)
      await definition.carryOver?.(database, {
        former: physicalTable(logical, version, 'live'),
        next: physicalTable(logical, version, 'shadow'),
      });
  await dropSlot(database, name, 'live');
  for (const [logical] of tables) {
    const [from, to] = [physicalTable(logical, version, 'shadow'), physicalTable(logical, version, 'live')];
    await books.schema.alterTable(from).renameTo(to).execute();
  }
  await books.updateTable('projections').set({ slot: 'live' }).where('projection', '=', name).execute();
  await books.updateTable('dead_letters').set({ slot: 'live' }).where('projection', '=', name).execute();
}

export function tablesIn(row: ProjectionRow): readonly string[] {
  const names: unknown = JSON.parse(row.tables);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
