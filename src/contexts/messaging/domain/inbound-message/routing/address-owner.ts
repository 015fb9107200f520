import type { AddressOwner } from './evidence.js';

/** A candidate as the candidates' own context tells it. */
export interface CandidateTold {
  readonly candidateId: string;
  /** Absent once the person's key is destroyed. */
  readonly name?: string;
  readonly applications: readonly {
    readonly applicationId: string;
    readonly subsidiaryId?: string;
    readonly state: 'open' | 'rejected' | 'withdrawn' | 'hired';
    readonly closedAt?: Date;
  }[];
}

const day = 86_400_000;

/** P2, newer wording: what was rejected or withdrawn `closedAfterDays` or more days ago is closed; hired never is. */
export function addressOwner({ candidateId, name, applications }: CandidateTold, now: Date, closedAfterDays: number): AddressOwner {
  return {
    candidateId,
    erased: name === undefined,
    applications: applications
      .filter(({ state, closedAt }) => state === 'open' || state === 'hired' || !isPast(closedAt, now, closedAfterDays))
      .map(({ applicationId, subsidiaryId, state }) => ({
        applicationId,
        open: state === 'open',
        ...(subsidiaryId !== undefined && { subsidiaryId }),
      })),
  };
}

function isPast(closedAt: Date | undefined, now: Date, closedAfterDays: number): boolean {
  return closedAt === undefined || now.getTime() - closedAt.getTime() >= closedAfterDays * day;
}
