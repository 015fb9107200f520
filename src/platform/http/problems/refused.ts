import type { Refusal } from '#kernel/outcome.js';

/** A refusal on its way to the filter that tells it; thrown by the pipeline of HTTP only, contexts answer with an `Outcome`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly refusal: Refusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.reason);
  }
}
