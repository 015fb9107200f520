import { redacted } from './redacted.js';

const longest = 1_000;

/** A server's words as they may be kept and shown: one line, bounded, without control characters and without any secret that it may have echoed. */
export function presentable(words: string, secrets: readonly string[]): string {
  // Once more in one line: a server may have folded what it repeats.
  const line = oneLine(redacted(words, secrets));
  return redacted(line, secrets.map(oneLine)).slice(0, longest);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
