import { redacted } from './redacted.js';

const longest = 1_000;

/** A server's words as they may be kept and shown: one line, bounded, without control characters and without any secret that it may have echoed. */
export function presentable(words: string, secrets: readonly string[]): string {
  const line = words.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return redacted(line, secrets).slice(0, longest);
}
