import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewCandidate, Warning } from '../../../candidates/public/candidates.js';

/** What a person says of the new candidate; name and address are the sender's unless told. */
export interface CandidateTold {
  readonly externalId?: string;
  readonly name?: string;
  readonly address?: string;
  readonly application: NonNullable<NewCandidate['application']>;
}

export interface OfferedDocument {
  /** Place among the message's attachments, for its download. */
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

export interface CandidateMade {
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly warnings: readonly (Warning | { readonly warning: 'made-before'; readonly candidateIds: readonly string[] })[];
  readonly documents: readonly OfferedDocument[];
}

/** A message to assign becomes candidate and application, and is assigned to them (P4, P7). */
export class MakeCandidate extends Command<Outcome<Receipt & CandidateMade>> {
  constructor(
    readonly messageId: string,
    readonly told: CandidateTold,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
