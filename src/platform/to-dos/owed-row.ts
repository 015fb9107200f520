import type { TableShape } from '../projections/projection.js';

/** What is owed for one stream. Times are UTC, ISO 8601 with milliseconds, and compare as text. */
export interface OwedRow {
  company_id: string;
  stream_id: string;
  lane: string;
  state: 'due' | 'waiting';
  /** From the last event, or from the work itself where it asked for another time or failed. */
  due_at: string;
  /** The later of `due_at` and the end of the lease: nobody takes it before. */
  takeable_at: string;
  lease_until: string | null;
  /** How often work was begun since the last event that changed what is owed. */
  attempt: number;
  /** Of the last event that changed what is owed; shows whether one came while work went on. */
  revision: number;
  /** Class, code and place of the last failure; never a message. */
  last_error: string | null;
}

/** The one table of a to-do bears its name. */
export type OwedTables = Record<string, OwedRow>;

export const owedShape: TableShape = (table) =>
  table
    .addColumn('company_id', 'text', (column) => column.notNull())
    .addColumn('stream_id', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('takeable_at', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .addPrimaryKeyConstraint('owed_key', ['company_id', 'stream_id']);

/** The later of two times as they are stored. */
export function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}
