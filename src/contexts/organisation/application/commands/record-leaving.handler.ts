import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { recordLeaving } from '../../domain/employee/record-leaving.js';
import { idOf } from '../named-ids.js';
import { Employees } from '../ports/employees.port.js';
import { RecordLeaving } from './record-leaving.command.js';

@CommandHandler(RecordLeaving)
export class RecordLeavingHandler implements ICommandHandler<RecordLeaving> {
  constructor(
    @Inject(Employees) private readonly employees: Employees,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ employeeId, cause }: RecordLeaving) {
    const id = await idOf(this.keys, cause.companyId, 'employee', employeeId);
    return this.employees.decide(id, cause, recordLeaving);
  }
}
