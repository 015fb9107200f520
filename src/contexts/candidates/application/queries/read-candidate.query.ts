import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { ApplicationState } from '../../public/candidates.js';

export interface ApplicationView {
  readonly applicationId: string;
  readonly externalId?: string;
  readonly job: string;
  readonly department?: string;
  readonly subsidiaryId?: string;
  readonly state: ApplicationState;
  /** Since when it is no longer open, UTC ISO 8601. */
  readonly since?: string;
}

export interface CandidateView {
  readonly candidateId: string;
  readonly externalId?: string;
  /** `null` once the person's data are erased. */
  readonly name: string | null;
  readonly addresses: readonly string[];
  readonly applications: readonly ApplicationView[];
  readonly revision: bigint;
}

export class ReadCandidate extends Query<Outcome<CandidateView, 'not-found'>> {
  constructor(
    /** Or `external:<the caller's own id>`. */
    readonly candidateId: string,
    readonly caller: Pick<Caller, 'companyId' | 'subsidiaries'>,
  ) {
    super();
  }
}
