import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** A person says which of the candidate's applications the message is about. */
export class SetApplication extends Command<Outcome<Receipt>> {
  constructor(
    readonly messageId: string,
    readonly applicationId: string,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
