import type { Position } from '#kernel/position.js';
import type { StoredEvent } from '../event-store/event-store.port.js';

/** What the live feed has brought for one projection and it has not handled yet. Bounded: whoever falls too far behind reads pages again. */
export class Inbox {
  #events: StoredEvent[] = [];
  #state: 'closed' | 'open' | 'overflowed' = 'closed';
  #arrived = Promise.withResolvers<void>();
  #openedAt: Position | undefined;

  constructor(private readonly limit: number) {}

  /** Keeps everything that the feed brings after `feed`, where it stands now. */
  open(feed: Position | undefined): void {
    this.#events = [];
    this.#state = 'open';
    this.#openedAt = feed;
  }

  /** Where the feed stood when this was opened: everything after it is here, nothing before. */
  get openedAt(): Position | undefined {
    return this.#openedAt;
  }

  close(): void {
    this.#events = [];
    this.#state = 'closed';
  }

  get overflowed(): boolean {
    return this.#state === 'overflowed';
  }

  get size(): number {
    return this.#events.length;
  }

  get oldest(): StoredEvent | undefined {
    return this.#events[0];
  }

  offer(event: StoredEvent): void {
    if (this.#state !== 'open') return; // Closed: not caught up, the pages will bring it. Overflowed: the same from now on.
    if (this.#events.length >= this.limit) {
      this.#events = [];
      this.#state = 'overflowed';
    } else {
      this.#events.push(event);
    }
    this.wake();
  }

  /** Ends a wait in {@link take}. */
  wake(): void {
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers<void>();
  }

  /** The oldest events, at least one; none where it overflowed or `signal` was aborted (then somebody must {@link wake} it). */
  async take(most: number, signal: AbortSignal): Promise<readonly StoredEvent[]> {
    while (this.#events.length === 0 && this.#state === 'open' && !signal.aborted) await this.#arrived.promise;
    return this.#events.splice(0, most);
  }
}
