import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Cursors } from '#platform/http/page.js';
import { pageOf } from '#platform/http/page-of.js';
import { EmployeeRows } from '../ports/read-models.port.js';
import { ListEmployees, type ListedEmployee } from './list-employees.query.js';

@QueryHandler(ListEmployees)
export class ListEmployeesHandler implements IQueryHandler<ListEmployees> {
  constructor(
    @Inject(EmployeeRows) private readonly employees: EmployeeRows,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  async execute({ companyId, page, waitFor }: ListEmployees) {
    const list = `employees of ${companyId}`;
    const after = this.cursors.read(list, page.cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });
    if (waitFor !== undefined) await this.employees.reached(waitFor);
    const rows = await this.employees.rows
      .selectFrom('employees')
      .selectAll()
      .where('company_id', '=', companyId)
      .where('place', '>', Number(after?.[0] ?? 0))
      .orderBy('place')
      .limit(page.limit + 1)
      .execute();
    const show = (row: (typeof rows)[number]): ListedEmployee => ({ employeeId: row.employee_id, name: row.name, left: row.left === 1 });
    return allow(pageOf(rows, page.limit, show, (last) => this.cursors.make(list, [String(last.place), last.employee_id])));
  }
}
