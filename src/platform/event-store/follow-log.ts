import type { Position } from '#kernel/position.js';
import type { CommitSignal } from './commit-signal.js';
import type { LogPage, Signal } from './event-store.port.js';

/** A subscription over the pages of a log whose commits this process hears of. A consumer pulls, so a slow one slows only itself. */
export async function* followLog(
  read: (after: Position | undefined) => Promise<LogPage>,
  commits: CommitSignal,
  start: Position | undefined,
  signal: AbortSignal,
): AsyncGenerator<Signal> {
  let reached = start;
  let live = false;
  while (!signal.aborted) {
    const count = commits.count();
    const page = await read(reached);
    yield* signalsOf(page, reached, signal);
    reached = page.next;
    if (page.end && !live && !aborted(signal)) yield { kind: 'caught-up' };
    live = page.end;
    if (live) await commits.after(count, signal);
  }
}

function* signalsOf({ events, next }: LogPage, reached: Position | undefined, signal: AbortSignal): Generator<Signal> {
  let last = reached;
  for (const event of events) {
    if (signal.aborted) return;
    yield { kind: 'event', event };
    last = event.position;
  }
  if (next !== undefined && next !== last && !signal.aborted) yield { kind: 'checkpoint', position: next };
}

/** Asked anew after every yield; the compiler would take the loop's own question for the answer. */
function aborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
