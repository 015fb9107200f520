import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';

/** Message-IDs with their angle brackets, in the order of the text; a value without any brackets counts where it looks like one. */
export function messageIdsIn(value: string): readonly string[] {
  const bracketed = value.match(/<[^<>\s]{1,990}>/gu);
  if (bracketed !== null) return bracketed;
  return value.split(/\s+/u).flatMap((word) => (/^[^<>\s]+@[^<>\s]+$/u.test(word) && word.length < 990 ? [`<${word}>`] : []));
}

/** Newest first: a reference stands after what it answers (RFC 5322, 3.6.4). */
export function newestFirst(values: readonly string[]): readonly string[] {
  return [...new Set(values.flatMap((value) => messageIdsIn(value.slice(-bounds.headers))).reverse())].slice(0, bounds.references);
}
