import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** R92: an empty field. */
export class ClearIndividualAddress extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
