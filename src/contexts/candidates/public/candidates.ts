import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Cause } from '#platform/event-store/streams.js';

export type ApplicationState = 'open' | 'rejected' | 'withdrawn' | 'hired';

export interface ApplicationFacts {
  readonly applicationId: string;
  readonly job: string;
  readonly department?: string;
  readonly subsidiaryId?: string;
  readonly state: ApplicationState;
  /** When it was rejected or withdrawn. */
  readonly closedAt?: Date;
}

export interface CandidateFacts {
  readonly candidateId: string;
  /** Absent once the person's key is destroyed. */
  readonly name?: string;
  readonly addresses: readonly string[];
  readonly applications: readonly ApplicationFacts[];
}

export interface NewCandidate {
  readonly externalId?: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly application?: {
    readonly externalId?: string;
    readonly job: string;
    readonly department?: string;
    readonly subsidiaryId?: string;
  };
}

/** What other contexts may ask of, and say to, the candidates. */
export interface Candidates {
  /**
   * From the candidate's own stream. To a token limited to `subsidiaries` the applications at these, and nobody without one: whom it does not
   * see is as good as not there.
   */
  candidate(companyId: string, candidateId: string, subsidiaries?: readonly string[]): Promise<CandidateFacts | undefined>;
  /** A look-up over a keyed HMAC, after the projection has reached `at`: everybody in the company with this address. */
  ownersOf(companyId: string, address: string, at: Position): Promise<readonly CandidateFacts[]>;
  /** Idempotent under the cause's command id. */
  register(
    candidate: NewCandidate,
    cause: Cause,
  ): Promise<Outcome<Receipt & { readonly candidateId: string; readonly applicationId?: string; readonly warnings: readonly Warning[] }>>;
  addAddress(candidateId: string, address: string, cause: Cause): Promise<Outcome<Receipt>>;
  /** The id behind an id or the caller's `externalId` (`external:<id>` in paths). */
  resolveId(companyId: string, idOrExternal: string): Promise<string>;
  /** The same of an application; an `external:<id>` that nobody holds stays as it is. */
  resolveApplicationId(companyId: string, idOrExternal: string): Promise<string>;
}
export const Candidates = Symbol('Candidates');

/** Said, not refused: two candidates may share an address or a name. `not-checked` where the look-up was too far behind to tell. */
export interface Warning {
  readonly warning: 'address-known' | 'name-known' | 'not-checked';
  readonly candidateIds: readonly string[];
}
