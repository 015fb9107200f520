import type { Projection } from '#platform/projections/projection.js';
import type { TallyEvent } from './tallies.js';

export interface TallyTables {
  tallies: { tally: string; owner: string; total: number; raises: number; closed: number; revision: number };
}

/** A read model whose rows would betray every event handled twice, left out or out of order. */
export function tallyRows(changed: Partial<Projection<TallyTables, TallyEvent>> = {}): Projection<TallyTables, TallyEvent> {
  return {
    name: 'tallies',
    version: 1,
    tables: {
      tallies: (table) =>
        table
          .addColumn('tally', 'text', (column) => column.primaryKey())
          .addColumn('owner', 'text', (column) => column.notNull())
          .addColumn('total', 'integer', (column) => column.notNull())
          .addColumn('raises', 'integer', (column) => column.notNull())
          .addColumn('closed', 'integer', (column) => column.notNull())
          .addColumn('revision', 'integer', (column) => column.notNull()),
    },
    indexes: [{ on: 'tallies', columns: ['owner', 'tally'] }],
    on: {
      TallyOpened: ({ event, streamId }, rows) =>
        rows
          .insertInto('tallies')
          .values({ tally: streamId, owner: event.data.owner, total: 0, raises: 0, closed: 0, revision: 0 })
          .execute(),
      // Order shows: a raise before another gives another total.
      TallyRaised: ({ event, streamId }, rows) =>
        rows
          .updateTable('tallies')
          .set((row) => ({ total: row('tallies.total', '*', 3), raises: row('raises', '+', 1) }))
          .where('tally', '=', streamId)
          .execute()
          .then(() =>
            rows
              .updateTable('tallies')
              .set((row) => ({ total: row('total', '+', event.data.by) }))
              .where('tally', '=', streamId)
              .execute(),
          ),
      TallyClosed: ({ streamId }, rows) => rows.updateTable('tallies').set({ closed: 1 }).where('tallies.tally', '=', streamId).execute(),
    },
    every: {
      categories: ['tally'],
      then: ({ revision, streamId }, rows) =>
        rows
          .updateTable('tallies')
          .set({ revision: Number(revision) })
          .where('tally', '=', streamId)
          .execute(),
    },
    ...changed,
  };
}
