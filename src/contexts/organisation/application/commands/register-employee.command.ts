import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewEmployee } from '../../domain/employee/register-employee.js';

export class RegisterEmployee extends Command<Outcome<Receipt & { readonly employeeId: string }>> {
  constructor(
    readonly employee: NewEmployee,
    readonly cause: Cause,
  ) {
    super();
  }
}
