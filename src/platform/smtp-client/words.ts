import { widest } from './escapes.js';
import { redacted } from './redacted.js';

/** As much is kept and shown. */
const longest = 1_000;
/** As much is looked through: what a server says is for people, however long it may be. */
const looked = 2 * longest;

/** A server's words as they may be kept and shown: one line, bounded, without control characters and without any secret that it may have echoed. */
export function presentable(words: string, secrets: readonly string[]): string {
  const begun = words.slice(0, looked);
  // Once more in one line: a server may have folded what it repeats.
  const line = redacted(oneLine(redacted(begun, secrets)), secrets.map(oneLine));
  if (begun.length === words.length) return line.slice(0, longest);
  // At the end of what was looked through the beginning of a secret may stand.
  const cut = widest * Math.max(0, ...secrets.map((secret) => secret.length));
  return line.slice(0, Math.min(longest, Math.max(0, line.length - cut)));
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
