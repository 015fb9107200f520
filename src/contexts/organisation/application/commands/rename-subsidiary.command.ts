import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

export class RenameSubsidiary extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiaryId: string,
    readonly name: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
