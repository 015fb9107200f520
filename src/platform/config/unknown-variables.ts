import { settings } from './settings.js';

const prefix = 'POSTSTELLE_';

/** A misspelt variable would be silently without effect (`POSTSTELLE_ONLY_DELIVER_T` would let mail out to everybody): it is a mistake. */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = settings.map(({ name }): string => name);
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix) && !known.includes(name))
    .map((name) => sentenceAbout(name, known));
}

function sentenceAbout(name: string, known: readonly string[]): string {
  const [likeliest] = known.map((each) => ({ each, away: distance(name, each) })).sort((one, other) => one.away - other.away);
  const shown = name.slice(0, 80);
  // A third of the word may be wrong: with more, any short name would be the one that was meant.
  const tolerable = Math.ceil((name.length - prefix.length) / 3);
  return likeliest !== undefined && likeliest.away <= tolerable
    ? `${shown} is no setting of this service; did you mean ${likeliest.each}?`
    : `${shown} is no setting of this service.`;
}

/** Levenshtein's edit distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (one[line - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
