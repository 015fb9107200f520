import { allow, refuse } from '#kernel/decision.js';

/** Both ends belong to it; `YYYY-MM-DD`, days of UTC. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A year and its leap day. */
const most = 366;
const dayMs = 86_400_000;

/** Days as somebody asked for them: both real, in order, not too many at once. */
export function daysAsked(from: string, to: string) {
  const [first, last] = [startOf(from), startOf(to)];
  if (first === undefined) return refuse('no-such-day', { field: 'from' });
  if (last === undefined) return refuse('no-such-day', { field: 'to' });
  if (last < first) return refuse('days-in-reverse', { field: 'to' });
  if ((last - first) / dayMs >= most) return refuse('too-many-days', { field: 'to', facts: { most } });
  return allow<Days>({ from, to });
}

/** Milliseconds, or `undefined` for a day that no calendar has (30 February rolls over elsewhere). */
function startOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(start.getTime()) && dayOf(start) === day ? start.getTime() : undefined;
}

export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
