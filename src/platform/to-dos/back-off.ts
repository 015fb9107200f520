const first = 1_000;
const longest = 300_000;

/** Milliseconds to wait after the given attempt: 1 s doubling to 5 min, up to a quarter longer, so that what failed together does not return together. */
export function backOff(attempt: number, chance: number = Math.random()): number {
  return Math.round(Math.min(first * 2 ** (attempt - 1), longest) * (1 + chance / 4));
}
