import type { Outcome } from '#kernel/outcome.js';

/** Tells an `Outcome` from a plain answer of a query. */
export function isOutcome(answer: unknown): answer is Outcome<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return (answer.ok === true && 'value' in answer) || (answer.ok === false && 'refusal' in answer);
}
