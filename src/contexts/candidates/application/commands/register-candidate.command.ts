import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewCandidate, Warning } from '../../public/candidates.js';

export interface RegisteredCandidate extends Receipt {
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly warnings: readonly Warning[];
}

/** The subsidiary may be named by `external:<the caller's own id>`. */
export class RegisterCandidate extends Command<Outcome<RegisteredCandidate>> {
  constructor(
    readonly candidate: NewCandidate,
    readonly cause: Cause,
  ) {
    super();
  }
}
