import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { idOf } from '../named-ids.js';
import { Employees } from '../ports/employees.port.js';
import { type EmployeeView, ReadEmployee } from './read-employee.query.js';

@QueryHandler(ReadEmployee)
export class ReadEmployeeHandler implements IQueryHandler<ReadEmployee> {
  constructor(
    @Inject(Employees) private readonly employees: Employees,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ companyId, employeeId: idOrExternal }: ReadEmployee) {
    const employeeId = await idOf(this.keys, companyId, 'employee', idOrExternal);
    const employee = await this.employees.load(companyId, employeeId);
    if (employee === undefined) return refuse('not-found');
    const { name, addresses, externalId, left } = employee.state;
    return allow<EmployeeView>({
      employeeId,
      name: name.read({ known: String, erased: () => null }),
      addresses: addresses.read({ known: (texts) => texts, erased: () => [] }),
      ...externalId?.read({ known: (text) => ({ externalId: text }), erased: () => ({}) }),
      left,
      revision: employee.receipt.revision,
    });
  }
}
