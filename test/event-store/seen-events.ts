import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '#kernel/position.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';

/** What one subscription brings from now on, all the time. */
export class SeenEvents {
  private readonly ids: string[] = [];
  private readonly stop = new AbortController();
  private readonly reading: Promise<void>;

  constructor(store: EventStore, start: Position | undefined, category: string) {
    this.reading = this.read(store, start, category);
  }

  /** So many, as soon as they have come, and what has come beyond them; then the subscription ends. */
  async first(count: number, patienceMs: number): Promise<readonly string[]> {
    const deadline = Date.now() + patienceMs;
    while (this.ids.length < count) {
      if (Date.now() > deadline) throw new Error(`The subscription brought ${this.ids.length} of ${count} events and no more.`);
      await pause(10);
    }
    this.stop.abort();
    await this.reading;
    return this.ids;
  }

  private async read(store: EventStore, start: Position | undefined, category: string): Promise<void> {
    for await (const signal of store.subscribe(start, { categories: [category] }, this.stop.signal))
      if (signal.kind === 'event') this.ids.push(signal.event.id);
  }
}
