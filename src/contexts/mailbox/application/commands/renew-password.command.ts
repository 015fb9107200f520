import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** In place, while the connection needs attention. */
export class RenewPassword extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly password: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
