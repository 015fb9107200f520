import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** The reader wants to see the message as new again. */
export class MarkMessageNew extends Command<Outcome<Receipt>> {
  constructor(
    readonly messageId: string,
    /** Keyed HMAC of who looked. */
    readonly reader: string,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
