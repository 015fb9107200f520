import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { registerEmployee } from '../../domain/employee/register-employee.js';
import { newIdOf } from '../named-ids.js';
import { Companies } from '../ports/companies.port.js';
import { Employees } from '../ports/employees.port.js';
import { RegisterEmployee } from './register-employee.command.js';

@CommandHandler(RegisterEmployee)
export class RegisterEmployeeHandler implements ICommandHandler<RegisterEmployee> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(Employees) private readonly employees: Employees,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ employee, cause }: RegisterEmployee) {
    const employeeId = await newIdOf(this.keys, cause, 'employee', employee.externalId);
    const keyId = `employee-${employeeId}`;
    const decided = registerEmployee(keyId, employee);
    if (!decided.ok) return decided;
    if ((await this.companies.load(cause.companyId, cause.companyId)) === undefined) return refuse('not-found');

    // Before the event, so that no event is ever sealed under a key that a crash took away.
    await this.keys.provide(keyId);
    const begun = await this.employees.begin(employeeId, cause, decided.value);
    if (begun.ok) return allow({ ...begun.value, employeeId });
    return begun.refusal.reason === 'exists-already'
      ? refuse('external-id-taken', { field: 'externalId', facts: { id: employeeId } })
      : begun;
  }
}
