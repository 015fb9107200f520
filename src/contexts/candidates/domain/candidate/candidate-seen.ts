import { refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import type { Application } from './application.js';
import type { Candidate } from './candidate.js';

/**
 * What a token limited to subsidiaries sees of a person: the applications at these, and without one not the person either. A token without
 * limit sees all, a limited one never an application at the company itself.
 */
export function candidateSeen(subsidiaries: readonly string[] | undefined, candidate: Candidate): Candidate | undefined {
  if (subsidiaries === undefined) return candidate;
  const applications = candidate.applications.filter((application) => isSeen(subsidiaries, application));
  return applications.length === 0 ? undefined : { ...candidate, applications };
}

/** The rule, for a token that may be limited to subsidiaries: it gets what is seen, and the whole where that decides; what is not seen is not found. */
export function whereSeen<Value, Reason extends string>(
  subsidiaries: readonly string[] | undefined,
  rule: (seen: Candidate, whole: Candidate) => Outcome<Value, Reason>,
): (candidate: Candidate) => Outcome<Value, Reason | 'not-found'> {
  return (candidate) => {
    const seen = candidateSeen(subsidiaries, candidate);
    return seen === undefined ? refuse('not-found') : rule(seen, candidate);
  };
}

export function isSeen(subsidiaries: readonly string[] | undefined, { subsidiaryId }: Pick<Application, 'subsidiaryId'>): boolean {
  return subsidiaries === undefined || (subsidiaryId !== undefined && subsidiaries.includes(subsidiaryId));
}
