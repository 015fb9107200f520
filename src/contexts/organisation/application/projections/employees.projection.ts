import type { Generated } from 'kysely';
import type { Projection } from '#platform/projections/projection.js';
import type { EmployeeEvent } from '../../domain/employee/events.js';

export interface EmployeesTables {
  employees: {
    /** Counts up in the order of registration. */
    place: Generated<number>;
    company_id: string;
    employee_id: string;
    /** `null` once the person's key is destroyed. */
    name: string | null;
    left: 0 | 1;
  };
}

/** Who may be chosen as the one who writes (R15). Addresses are shown with the one employee only. */
export const employees: Projection<EmployeesTables, EmployeeEvent> = {
  name: 'employees',
  version: 1,
  tables: {
    employees: (table) =>
      table
        .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('company_id', 'text', (column) => column.notNull())
        .addColumn('employee_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text')
        .addColumn('left', 'integer', (column) => column.notNull()),
  },
  indexes: [
    { on: 'employees', columns: ['company_id', 'employee_id'], unique: true },
    { on: 'employees', columns: ['company_id', 'place'] },
  ],
  on: {
    EmployeeRegistered: ({ event: { data }, streamId, companyId }, rows) =>
      rows
        .insertInto('employees')
        .values({ company_id: companyId, employee_id: streamId, name: data.name.read({ known: String, erased: () => null }), left: 0 })
        .execute(),

    EmployeeChanged: async ({ event: { data }, streamId, companyId }, rows) => {
      if (data.name === undefined) return;
      const name = data.name.read({ known: String, erased: () => null });
      await rows.updateTable('employees').set({ name }).where('company_id', '=', companyId).where('employee_id', '=', streamId).execute();
    },

    EmployeeLeft: ({ streamId, companyId }, rows) =>
      rows.updateTable('employees').set({ left: 1 }).where('company_id', '=', companyId).where('employee_id', '=', streamId).execute(),
  },
};
