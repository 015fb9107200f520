import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { SendingWarning } from '../sending/sending-warnings.js';

/** A person’s word that a held or an uncertain message is to go. */
export class SendAgain extends Command<Outcome<Receipt & { readonly warnings: readonly SendingWarning[] }>> {
  constructor(
    readonly messageId: string,
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
