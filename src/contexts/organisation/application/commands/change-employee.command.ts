import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { EmployeeChange } from '../../domain/employee/change-employee.js';

export class ChangeEmployee extends Command<Outcome<Receipt>> {
  constructor(
    readonly employeeId: string,
    readonly change: EmployeeChange,
    readonly cause: Cause,
  ) {
    super();
  }
}
