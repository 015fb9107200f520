import { Command } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewCandidate } from '../../public/candidates.js';
import type { ItemResult } from '../batches/batch.js';

export type CandidateItem = NewCandidate & { readonly externalId: string };

/** Registers those who are not known, and brings the others up to date: addresses, and applications that are new. */
export class ImportCandidates extends Command<Outcome<{ readonly results: readonly ItemResult[] }>> {
  constructor(
    readonly items: readonly CandidateItem[],
    readonly cause: Cause,
  ) {
    super();
  }
}
