import { type Generated, sql, type Transaction } from 'kysely';
import type { Projection, Recorded } from '#platform/projections/projection.js';
import type { CandidateEvent } from '../../domain/candidate/events.js';

export interface CandidatesTables {
  candidates: {
    /** Counts up in the order of registration. */
    place: Generated<number>;
    company_id: string;
    candidate_id: string;
    /** `null` once the person's key is destroyed. */
    name: string | null;
    open_applications: number;
    registered_at: string;
  };
}

/** The list of candidates; everything else about a person is read from the person's own stream. */
export const candidates: Projection<CandidatesTables, CandidateEvent> = {
  name: 'candidates',
  version: 1,
  tables: {
    candidates: (table) =>
      table
        .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('company_id', 'text', (column) => column.notNull())
        .addColumn('candidate_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text')
        .addColumn('open_applications', 'integer', (column) => column.notNull())
        .addColumn('registered_at', 'text', (column) => column.notNull()),
  },
  indexes: [
    { on: 'candidates', columns: ['company_id', 'candidate_id'], unique: true },
    { on: 'candidates', columns: ['company_id', 'place'] },
  ],
  on: {
    CandidateRegistered: ({ event: { data }, companyId, streamId, recordedAt }, rows) =>
      rows
        .insertInto('candidates')
        .values({
          company_id: companyId,
          candidate_id: streamId,
          name: data.name.read({ known: String, erased: () => null }),
          open_applications: 0,
          registered_at: recordedAt.toISOString(),
        })
        .execute(),

    ApplicationOpened: (recorded, rows) => count(recorded, 1, rows),
    ApplicationReopened: (recorded, rows) => count(recorded, 1, rows),
    // Only an open application ends, so that none is counted off twice.
    ApplicationRejected: (recorded, rows) => count(recorded, -1, rows),
    ApplicationWithdrawn: (recorded, rows) => count(recorded, -1, rows),
    ApplicationHired: (recorded, rows) => count(recorded, -1, rows),
  },
};

function count(
  { companyId, streamId }: Pick<Recorded<unknown>, 'companyId' | 'streamId'>,
  by: 1 | -1,
  rows: Transaction<CandidatesTables>,
) {
  return rows
    .updateTable('candidates')
    .set({ open_applications: sql<number>`open_applications + ${by}` })
    .where('company_id', '=', companyId)
    .where('candidate_id', '=', streamId)
    .execute();
}
