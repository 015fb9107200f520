import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import { type EventFilter, ForeignPosition, type Signal } from '../event-store.port.js';
import { jittered } from '../patient-append.js';
import type { Connection } from './connection.js';
import type { LogPositions } from './log-positions.js';
import { meaningOf } from './server-errors.js';
import { ServerSubscription } from './server-subscription.js';

const firstPauseMs = 100;
const longestPauseMs = 5_000;

const log = new Logger('EventStore');

/** A subscription that outlives every server: after a break it begins again behind the last signal that was taken, for ever. */
export async function* followServer(
  connection: Connection,
  positions: LogPositions,
  start: Position | undefined,
  filter: EventFilter,
  wanted: AbortSignal,
): AsyncGenerator<Signal> {
  const signal = AbortSignal.any([wanted, connection.closed]);
  let reached = start;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const after = reached === undefined ? undefined : positions.of(reached);
    try {
      for await (const next of new ServerSubscription(connection, positions, filter).signals(after, signal)) {
        failures = 0;
        reached = positionOf(next) ?? reached;
        yield next;
      }
    } catch (error) {
      tell(error, reached, positions);
    }
    await pauseUnless(signal, jittered(Math.min(firstPauseMs * 2 ** failures, longestPauseMs)));
  }
}

function positionOf(signal: Signal): Position | undefined {
  if (signal.kind === 'caught-up') return undefined; // Says when, not where.
  return signal.kind === 'event' ? signal.event.position : signal.position;
}

function tell(error: unknown, reached: Position | undefined, positions: LogPositions): void {
  const meaning = meaningOf(error);
  // Between two records: the log is another one than the position was taken of, and would be tomorrow.
  if (meaning.kind === 'no-such-position' && reached !== undefined) throw new ForeignPosition(reached, positions.storeId);
  const why = 'why' in meaning ? meaning.why : 'The event store refused it.';
  log.warn(`A subscription to the event store broke and begins again where it was: ${why}`);
}

async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch {
    // Only the abort rejects it, and the loop looks at the signal.
  }
}
