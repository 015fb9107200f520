import type { Generated, Transaction } from 'kysely';
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
    registered_at: string;
  };
  candidate_applications: {
    company_id: string;
    candidate_id: string;
    application_id: string;
    /** `null`: the company itself. */
    subsidiary_id: string | null;
    open: 0 | 1;
  };
}

/** The list of candidates, and where they applied, which says who sees them; everything else about a person is read from the person's own stream. */
export const candidates: Projection<CandidatesTables, CandidateEvent> = {
  name: 'candidates',
  version: 2,
  tables: {
    candidates: (table) =>
      table
        .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('company_id', 'text', (column) => column.notNull())
        .addColumn('candidate_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text')
        .addColumn('registered_at', 'text', (column) => column.notNull()),
    candidate_applications: (table) =>
      table
        .addColumn('company_id', 'text', (column) => column.notNull())
        .addColumn('candidate_id', 'text', (column) => column.notNull())
        .addColumn('application_id', 'text', (column) => column.notNull())
        .addColumn('subsidiary_id', 'text')
        .addColumn('open', 'integer', (column) => column.notNull()),
  },
  indexes: [
    { on: 'candidates', columns: ['company_id', 'candidate_id'], unique: true },
    { on: 'candidates', columns: ['company_id', 'place'] },
    { on: 'candidate_applications', columns: ['company_id', 'candidate_id', 'application_id'], unique: true },
  ],
  on: {
    CandidateRegistered: ({ event: { data }, companyId, streamId, recordedAt }, rows) =>
      rows
        .insertInto('candidates')
        .values({
          company_id: companyId,
          candidate_id: streamId,
          name: data.name.read({ known: String, erased: () => null }),
          registered_at: recordedAt.toISOString(),
        })
        .execute(),

    ApplicationOpened: ({ event: { data }, companyId, streamId }, rows) =>
      rows
        .insertInto('candidate_applications')
        .values({
          company_id: companyId,
          candidate_id: streamId,
          application_id: data.applicationId,
          subsidiary_id: data.subsidiaryId ?? null,
          open: 1,
        })
        .execute(),

    ApplicationReopened: (recorded, rows) => stands(recorded, 1, rows),
    ApplicationRejected: (recorded, rows) => stands(recorded, 0, rows),
    ApplicationWithdrawn: (recorded, rows) => stands(recorded, 0, rows),
    ApplicationHired: (recorded, rows) => stands(recorded, 0, rows),
  },
};

type OfApplication = Recorded<{ readonly data: { readonly applicationId: string } }>;

function stands(
  { companyId, streamId, event }: Pick<OfApplication, 'companyId' | 'streamId' | 'event'>,
  open: 0 | 1,
  rows: Transaction<CandidatesTables>,
) {
  return rows
    .updateTable('candidate_applications')
    .set({ open })
    .where('company_id', '=', companyId)
    .where('candidate_id', '=', streamId)
    .where('application_id', '=', event.data.applicationId)
    .execute();
}
