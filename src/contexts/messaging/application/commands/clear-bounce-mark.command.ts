import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** A person says that the address is good after all (S17). */
export class ClearBounceMark extends Command<Outcome<Receipt>> {
  constructor(
    readonly messageId: string,
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
