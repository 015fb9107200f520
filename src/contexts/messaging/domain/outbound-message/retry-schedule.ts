const minute = 60_000;
const hour = 60 * minute;

/** After 1, 5, 15 and 60 minutes, then every 4 hours (design.md, Outbound). */
const firstWaits = [1 * minute, 5 * minute, 15 * minute, 60 * minute];
const laterWait = 4 * hour;

/** Decision "Giving up": 5 days after the first failure. */
export const givingUpAfter = 5 * 24 * hour;

/**
 * When a message is tried again after its `failures`-th failure in a row, the first of which was at `firstAt`; `give-up` once the 5 days are over.
 * The last try stands at their very end, so that none is cut off.
 */
export function nextTry(failures: number, firstAt: Date, now: Date): Date | 'give-up' {
  const end = firstAt.getTime() + givingUpAfter;
  if (now.getTime() >= end) return 'give-up';
  const wait = firstWaits[failures - 1] ?? laterWait;
  return new Date(Math.min(now.getTime() + wait, end));
}
