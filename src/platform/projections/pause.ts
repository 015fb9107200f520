import { setTimeout as passed } from 'node:timers/promises';

/** Waits, or returns early when `signal` is aborted; the caller looks at the signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await passed(milliseconds, undefined, { signal });
  } catch {
    // Only the abort rejects it, and to end early is what was asked for.
  }
}
