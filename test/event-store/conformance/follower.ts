import type { Position } from '#kernel/position.js';
import type { EventFilter, EventStore, Signal, StoredEvent } from '#platform/event-store/event-store.port.js';

/** Reads a subscription by hand, one signal at a time, never longer than a test may last. */
export class Follower implements AsyncDisposable {
  private readonly stop = new AbortController();
  private readonly signals: AsyncIterator<Signal>;

  constructor(store: EventStore, after: Position | undefined, filter: EventFilter) {
    this.signals = store.subscribe(after, filter, this.stop.signal)[Symbol.asyncIterator]();
  }

  async next(): Promise<Signal> {
    const { promise, reject } = Promise.withResolvers<never>();
    const late = setTimeout(() => {
      reject(new Error('The subscription is silent.'));
    }, 10_000);
    try {
      const result = await Promise.race([this.signals.next(), promise]);
      if (result.done === true) throw new Error('The subscription ended.');
      return result.value;
    } finally {
      clearTimeout(late);
    }
  }

  /** The next events, whatever signals stand between them. */
  async events(count: number): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    while (events.length < count) {
      const signal = await this.next();
      if (signal.kind === 'event') events.push(signal.event);
    }
    return events;
  }

  /** Everything up to the first signal of this kind, it included. */
  async upTo(kind: Signal['kind']): Promise<readonly Signal[]> {
    const signals: Signal[] = [];
    do signals.push(await this.next());
    while (signals.at(-1)?.kind !== kind);
    return signals;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop.abort();
    await this.signals.return?.();
  }

  /** Aborts and answers whether the subscription ends, as it must, instead of giving or waiting on. */
  async endsWhenAborted(): Promise<boolean> {
    this.stop.abort();
    return (await this.signals.next()).done === true;
  }
}
