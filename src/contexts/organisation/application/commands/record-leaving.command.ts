import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

export class RecordLeaving extends Command<Outcome<Receipt>> {
  constructor(
    readonly employeeId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
