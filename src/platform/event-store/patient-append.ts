import { setTimeout as pause } from 'node:timers/promises';
import { type AppendOutcome, type EventStore, type EventToAppend, type ExpectedRevision, OutcomeUnknown } from './event-store.port.js';

/** Milliseconds before each repeat; together below what a caller over HTTP or SMTP waits. */
const backOff = [50, 200, 800, 2_000];

/**
 * Appends; where nobody knows the outcome, repeats the same bytes at the same revision, which the store recognises, and gives up with
 * {@link OutcomeUnknown} after the last back-off.
 */
export async function appendPatiently(
  store: Pick<EventStore, 'append'>,
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): Promise<AppendOutcome> {
  for (const wait of backOff) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
    }
    await pause(jittered(wait));
  }
  return store.append(stream, expected, events);
}

/** Between half of `milliseconds` and all of it, so that callers who failed together do not come back together. */
export function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random() / 2);
}
