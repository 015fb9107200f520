import { refuse } from '#kernel/decision.js';

/** Whoever tests by the dozen is stopped until then. */
export function tooManyAttempts(again: Date) {
  return refuse('too-many-connection-attempts', { facts: { again: again.toISOString() } });
}
