import type { Transaction } from 'kysely';
import type { Personal } from '#kernel/personal.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Projection } from '#platform/projections/projection.js';
import type { EmployeeEvent } from '../../domain/employee/events.js';
import { addressDigest } from '../address-digest.js';

export interface EmployeeAddressesTables {
  employee_addresses: { company_id: string; digest: string; employee_id: string };
}

type Rows = Transaction<EmployeeAddressesTables>;

/** Whose address it is, by a keyed HMAC. A look-up that decides: the rung "forwarded by an employee" climbs on it. */
export function employeeAddresses(keys: DataKeys): Projection<EmployeeAddressesTables, EmployeeEvent> {
  const insert = async (companyId: string, employeeId: string, addresses: Personal<readonly string[]>, rows: Rows) => {
    const known = addresses.read({ known: (texts) => texts, erased: () => [] });
    for (const address of known) {
      const digest = await addressDigest(keys, companyId, address);
      await rows
        .insertInto('employee_addresses')
        .values({ company_id: companyId, digest, employee_id: employeeId })
        // Both forms of one internationalised domain, from when they were two addresses.
        .onConflict((row) => row.columns(['company_id', 'digest', 'employee_id']).doNothing())
        .execute();
    }
  };

  return {
    name: 'employee_addresses',
    version: 2,
    decides: true,
    tables: {
      employee_addresses: (table) =>
        table
          .addColumn('company_id', 'text', (column) => column.notNull())
          .addColumn('digest', 'text', (column) => column.notNull())
          .addColumn('employee_id', 'text', (column) => column.notNull()),
    },
    indexes: [
      { on: 'employee_addresses', columns: ['company_id', 'digest', 'employee_id'], unique: true },
      { on: 'employee_addresses', columns: ['company_id', 'employee_id'] },
    ],
    on: {
      EmployeeRegistered: ({ event, streamId, companyId }, rows) => insert(companyId, streamId, event.data.addresses, rows),
      EmployeeChanged: async ({ event: { data }, streamId, companyId }, rows) => {
        if (data.addresses === undefined) return;
        await rows.deleteFrom('employee_addresses').where('company_id', '=', companyId).where('employee_id', '=', streamId).execute();
        await insert(companyId, streamId, data.addresses, rows);
      },
    },
  };
}
