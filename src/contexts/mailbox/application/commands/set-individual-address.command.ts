import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** For the company's own mailbox, or that of a subsidiary. */
export class SetIndividualAddress extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly address: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
