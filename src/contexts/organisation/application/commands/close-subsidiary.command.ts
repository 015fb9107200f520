import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

export class CloseSubsidiary extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiaryId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
