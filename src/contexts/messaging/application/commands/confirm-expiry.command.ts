import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** An administrator lets go of mail that nobody has opened. */
export class ConfirmExpiry extends Command<Outcome<Receipt>> {
  constructor(
    readonly messageId: string,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
