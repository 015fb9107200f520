import type { Generated } from 'kysely';
import type { Projection } from '#platform/projections/projection.js';
import type { CompanyEvent } from '../../domain/company/events.js';

export interface SubsidiariesTables {
  subsidiaries: {
    /** Counts up in the order of registration. */
    place: Generated<number>;
    company_id: string;
    subsidiary_id: string;
    name: string;
    tag: string;
    external_id: string | null;
    closed: 0 | 1;
  };
}

/** The list under «Ihre Domains» (R91). */
export const subsidiaries: Projection<SubsidiariesTables, CompanyEvent> = {
  name: 'subsidiaries',
  version: 1,
  tables: {
    subsidiaries: (table) =>
      table
        .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('company_id', 'text', (column) => column.notNull())
        .addColumn('subsidiary_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('tag', 'text', (column) => column.notNull())
        .addColumn('external_id', 'text')
        .addColumn('closed', 'integer', (column) => column.notNull()),
  },
  indexes: [
    { on: 'subsidiaries', columns: ['company_id', 'subsidiary_id'], unique: true },
    { on: 'subsidiaries', columns: ['company_id', 'place'] },
  ],
  on: {
    SubsidiaryRegistered: ({ event: { data }, companyId }, rows) =>
      rows
        .insertInto('subsidiaries')
        .values({
          company_id: companyId,
          subsidiary_id: data.subsidiaryId,
          name: data.name,
          tag: data.tag,
          external_id: data.externalId ?? null,
          closed: 0,
        })
        .execute(),

    SubsidiaryRenamed: ({ event: { data }, companyId }, rows) =>
      rows
        .updateTable('subsidiaries')
        .set({ name: data.name })
        .where('company_id', '=', companyId)
        .where('subsidiary_id', '=', data.subsidiaryId)
        .execute(),

    SubsidiaryClosed: ({ event: { data }, companyId }, rows) =>
      rows
        .updateTable('subsidiaries')
        .set({ closed: 1 })
        .where('company_id', '=', companyId)
        .where('subsidiary_id', '=', data.subsidiaryId)
        .execute(),
  },
};
