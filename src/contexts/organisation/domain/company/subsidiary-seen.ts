import { refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import type { Company } from './company.js';

/** The rule, for a token that may be limited to subsidiaries: of those that are not its own it finds none. */
export function whereSeen<Value, Reason extends string>(
  subsidiaries: readonly string[] | undefined,
  subsidiaryId: string,
  rule: (company: Company) => Outcome<Value, Reason>,
): (company: Company) => Outcome<Value, Reason | 'subsidiary-not-found'> {
  const seen = subsidiaries === undefined || subsidiaries.includes(subsidiaryId);
  return (company) => (seen ? rule(company) : refuse('subsidiary-not-found'));
}
