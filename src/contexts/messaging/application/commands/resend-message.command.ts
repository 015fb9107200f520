import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Queued } from './send-message.command.js';

/** Sends what failed to a corrected address of the candidate's, as a new message that names the old one. */
export class ResendMessage extends Command<Outcome<Receipt & Queued>> {
  constructor(
    readonly messageId: string,
    readonly to: string,
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
