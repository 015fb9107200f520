import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** Somebody looked at the message: it is new to others only. */
export class OpenMessage extends Command<Outcome<Receipt>> {
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
