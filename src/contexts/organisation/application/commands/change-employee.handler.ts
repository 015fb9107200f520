import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { changeEmployee } from '../../domain/employee/change-employee.js';
import { idOf } from '../named-ids.js';
import { Employees } from '../ports/employees.port.js';
import { ChangeEmployee } from './change-employee.command.js';

@CommandHandler(ChangeEmployee)
export class ChangeEmployeeHandler implements ICommandHandler<ChangeEmployee> {
  constructor(
    @Inject(Employees) private readonly employees: Employees,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ employeeId, change, cause }: ChangeEmployee) {
    const id = await idOf(this.keys, cause.companyId, 'employee', employeeId);
    return this.employees.decide(id, cause, (employee) => changeEmployee(employee, change));
  }
}
