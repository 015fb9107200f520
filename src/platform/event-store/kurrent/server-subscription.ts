import { type AllStreamResolvedEvent, type AllStreamSubscription } from '@eventstore/db-client';
import type { EventFilter, Signal } from '../event-store.port.js';
import { matchesFilter } from '../matches-filter.js';
import type { Connection } from './connection.js';
import { isPlace, type LogPosition, type LogPositions } from './log-positions.js';
import { serverFilter } from './server-filter.js';
import { storedEvent } from './stored-event.js';
import { TooLate } from './within.js';

/** What the server says between events, and after how many of them it said so. */
interface Mark {
  readonly after: number;
  readonly signal: Signal;
}

/**
 * One subscription of the server, until it breaks (throws) or `signal` is aborted (ends). Events are taken out one by one, so that a slow
 * consumer holds the server back by flow control. What the client tells beside them, it tells when they have come, not when
 * they are taken: a mark waits for those before it.
 */
export class ServerSubscription {
  private readonly marks: Mark[] = [];
  private taken = 0;
  /** Events that have come and were not taken. */
  private waiting = () => 0;
  private confirmed = false;
  private failure: Error | undefined;
  private stir = Promise.withResolvers<void>();

  constructor(
    private readonly connection: Connection,
    private readonly positions: LogPositions,
    private readonly filter: EventFilter,
  ) {}

  async *signals(after: LogPosition | undefined, signal: AbortSignal): AsyncGenerator<Signal> {
    const begun = performance.now();
    const subscription = this.begin(after);
    const late = setTimeout(() => {
      this.tooLate(begun);
    }, this.connection.patience.subscriptionStartMs);
    const wake = () => {
      this.wake();
    };
    signal.addEventListener('abort', wake);
    const { givenUp } = this.connection;
    const abandoned = () => {
      this.fail(new TooLate('The connection was given up for dead.'));
    };
    givenUp.addEventListener('abort', abandoned);
    try {
      yield* this.taking(subscription, signal);
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', wake);
      givenUp.removeEventListener('abort', abandoned);
      // Nobody waits for it: where there is no connection yet it would not answer.
      subscription.unsubscribe().catch(() => undefined);
    }
  }

  private begin(after: LogPosition | undefined): AllStreamSubscription {
    const filter = serverFilter(this.filter, this.connection.names, (position) => {
      if (isPlace(position)) this.mark({ kind: 'checkpoint', position: this.positions.at(position) });
    });
    const subscription = this.connection.client.subscribeToAll({ fromPosition: after ?? this.positions.origin, filter });
    this.waiting = () => subscription.readableLength;
    subscription.on('confirmation', () => {
      this.confirmed = true;
      this.connection.heard();
    });
    subscription.on('caughtUp', () => {
      this.mark({ kind: 'caught-up' });
    });
    this.watchTheEnd(subscription);
    subscription.on('readable', () => {
      this.connection.heard();
      this.wake();
    });
    return subscription;
  }

  private mark(signal: Signal): void {
    this.connection.heard();
    this.marks.push({ after: this.taken + this.waiting(), signal });
    this.wake();
  }

  /** A lost server is one `error` and nothing after it, neither `end` nor `close` (measured); a stopping one ends the stream. */
  private watchTheEnd(subscription: AllStreamSubscription): void {
    const ended = () => {
      this.fail(new Error('The event store ended the subscription.'));
    };
    subscription.on('end', ended);
    subscription.on('close', ended);
    subscription.on('error', (error: Error) => {
      this.fail(error);
    });
  }

  /** The first reason is the one that is told. */
  private fail(why: Error): void {
    this.failure ??= why;
    this.wake();
  }

  private async *taking(subscription: AllStreamSubscription, signal: AbortSignal): AsyncGenerator<Signal> {
    while (!signal.aborted) {
      const { promise } = this.stir;
      const next = this.next(subscription);
      if (next === 'nothing') await promise;
      else if (next !== undefined) yield next;
    }
  }

  /** `undefined` for an event that the sieve of this side holds back. */
  private next(subscription: AllStreamSubscription): Signal | undefined | 'nothing' {
    const [mark] = this.marks;
    if (mark !== undefined && mark.after <= this.taken) {
      this.marks.shift();
      return mark.signal;
    }
    const resolved = read(subscription);
    if (resolved === null) {
      if (this.failure !== undefined) throw this.failure;
      return 'nothing';
    }
    this.taken += 1;
    const event = storedEvent(resolved, this.positions, this.connection.names);
    return event !== undefined && matchesFilter(event, this.filter) ? { kind: 'event', event } : undefined;
  }

  private tooLate(begun: number): void {
    if (this.confirmed) return;
    this.fail(new TooLate('The subscription was not confirmed in time.'));
    this.connection.suspect(begun);
  }

  private wake(): void {
    this.stir.resolve();
    this.stir = Promise.withResolvers();
  }
}

function read(subscription: AllStreamSubscription): AllStreamResolvedEvent | null {
  const next: unknown = subscription.read();
  return isResolved(next) ? next : null;
}

/** Nothing else is in this stream; `null` says that nothing has come. */
function isResolved(next: unknown): next is AllStreamResolvedEvent {
  return typeof next === 'object' && next !== null;
}
