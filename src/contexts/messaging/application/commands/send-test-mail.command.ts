import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** How the mail left; absent where the command was carried out before. */
export type Tested = Receipt & { readonly testId: string; readonly outcome?: string };

/** R83, R84: over what the mailbox sends with right now. */
export class SendTestMail extends Command<Outcome<Tested>> {
  constructor(
    readonly subsidiary: string | undefined,
    /** Absent: the individual address. */
    readonly recipient: string | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
