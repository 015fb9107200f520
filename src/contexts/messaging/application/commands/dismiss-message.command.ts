import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** The message is nobody's; assigning it brings it back. */
export class DismissMessage extends Command<Outcome<Receipt>> {
  constructor(
    readonly messageId: string,
    readonly reason: string | undefined,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
