import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Warning } from '../../public/candidates.js';

/** Ids may be `external:<the caller’s own id>`. */
export class AddAddress extends Command<Outcome<Receipt & { readonly warnings: readonly Warning[] }>> {
  constructor(
    readonly candidateId: string,
    readonly address: string,
    readonly cause: Cause,
  ) {
    super();
  }
}
