import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { Page } from '#platform/http/page.js';

export interface ListedCandidate {
  readonly candidateId: string;
  /** `null` once the person's data are erased. */
  readonly name: string | null;
  readonly openApplications: number;
  /** UTC, ISO 8601. */
  readonly registeredAt: string;
}

export interface CandidatesWanted {
  /** Everybody with exactly this address, however its letters are cased. */
  readonly address?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** In the order of their registration, newest first; with a limited token those with an application at its subsidiaries. */
export class ListCandidates extends Query<Outcome<Page<ListedCandidate>, 'cursor-invalid' | 'address-malformed'>> {
  constructor(
    readonly caller: Pick<Caller, 'companyId' | 'subsidiaries'>,
    readonly wanted: CandidatesWanted,
    readonly waitFor?: Position,
  ) {
    super();
  }
}
