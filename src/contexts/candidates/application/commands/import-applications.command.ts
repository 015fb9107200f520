import { Command } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewCandidate } from '../../public/candidates.js';
import type { ItemResult } from '../batches/batch.js';

export type ApplicationItem = NonNullable<NewCandidate['application']> & {
  readonly externalId: string;
  /** An id, or `external:<the caller's own id>`. */
  readonly candidateId: string;
};

/** Opens those that are not there yet. */
export class ImportApplications extends Command<Outcome<{ readonly results: readonly ItemResult[] }>> {
  constructor(
    readonly items: readonly ApplicationItem[],
    readonly cause: Cause,
  ) {
    super();
  }
}
