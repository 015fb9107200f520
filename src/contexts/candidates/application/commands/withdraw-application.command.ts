import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** Ids may be `external:<the caller’s own id>`. */
export class WithdrawApplication extends Command<Outcome<Receipt>> {
  constructor(
    readonly candidateId: string,
    readonly applicationId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
