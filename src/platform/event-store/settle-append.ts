import type { EventToAppend, ExpectedRevision } from './event-store.port.js';

/** What an append meets in its stream. */
export type Settled =
  { readonly kind: 'new'; readonly first: bigint } | { readonly kind: 'repeat'; readonly last: bigint } | { readonly kind: 'conflict' };

/**
 * New at the revision expected, a repeat where exactly these ids stand right after it, else a conflict: a batch of which only a part is
 * there was made by another decision.
 */
export function settleAppend(
  actual: ExpectedRevision,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
  idAt: (revision: bigint) => string | undefined,
): Settled {
  const first = expected === 'noStream' ? 0n : expected + 1n;
  if (actual === expected) return { kind: 'new', first };
  const there = events.every((event, index) => idAt(first + BigInt(index)) === event.id);
  return there ? { kind: 'repeat', last: first + BigInt(events.length) - 1n } : { kind: 'conflict' };
}
