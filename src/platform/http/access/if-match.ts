import { refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';

/**
 * The revision that `If-Match` asks for. `*` asks only that the thing exists, which every command asks anyway. Weak and several ETags
 * are refused: ignoring a condition would carry out what the caller did not want.
 */
export function revisionOf(ifMatch: string | undefined): Outcome<bigint | undefined, 'if-match-invalid'> {
  if (ifMatch === undefined || ifMatch.trim() === '*') return { ok: true, value: undefined };
  const [, revision] = /^"(\d{1,18})"$/.exec(ifMatch.trim()) ?? [];
  return revision === undefined ? refuse('if-match-invalid') : { ok: true, value: BigInt(revision) };
}
