import type { Kysely } from 'kysely';
import type { Position } from '#kernel/position.js';

/** `live` is read by queries, `shadow` is being filled to take its place. */
export type Slot = 'live' | 'shadow';

export interface ProjectionRow {
  projection: string;
  slot: Slot;
  version: number;
  fingerprint: string;
  /** Logical names, as a JSON list: what must be dropped one day. */
  tables: string;
  /** Counts the times it was built; part of the names of its indexes. */
  build: number;
  position: Position | null;
  event_id: string | null;
}

export interface DeadLetterRow {
  projection: string;
  slot: Slot;
  position: Position;
  event_id: string;
  type: string;
  /** Class, code and place; never a message, which may quote what is personal. */
  error: string;
  failed_at: string;
}

export interface Bookkeeping {
  projections: ProjectionRow;
  dead_letters: DeadLetterRow;
}

export async function createBookkeeping({ schema }: Kysely<Bookkeeping>): Promise<void> {
  await schema
    .createTable('projections')
    .ifNotExists()
    .addColumn('projection', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('tables', 'text', (column) => column.notNull())
    .addColumn('build', 'integer', (column) => column.notNull())
    .addColumn('position', 'text')
    .addColumn('event_id', 'text')
    .addPrimaryKeyConstraint('projections_key', ['projection', 'slot'])
    .execute();
  await schema
    .createTable('dead_letters')
    .ifNotExists()
    .addColumn('projection', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('error', 'text', (column) => column.notNull())
    .addColumn('failed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('dead_letters_key', ['projection', 'slot', 'event_id'])
    .execute();
}

/** Position and id of the last event handled: the id tells a restored store from the one the checkpoint was taken of. */
export interface Checkpoint {
  readonly position: Position;
  readonly eventId: string;
}

export function checkpointOf({ position, event_id: eventId }: ProjectionRow): Checkpoint | undefined {
  return position === null || eventId === null ? undefined : { position, eventId };
}

export async function findSlot(books: Kysely<Bookkeeping>, projection: string, slot: Slot): Promise<ProjectionRow | undefined> {
  return books.selectFrom('projections').selectAll().where('projection', '=', projection).where('slot', '=', slot).executeTakeFirst();
}

export async function saveCheckpoint(books: Kysely<Bookkeeping>, projection: string, slot: Slot, checkpoint: Checkpoint): Promise<void> {
  await books
    .updateTable('projections')
    .set({ position: checkpoint.position, event_id: checkpoint.eventId })
    .where('projection', '=', projection)
    .where('slot', '=', slot)
    .execute();
}
