import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Position } from '#kernel/position.js';
import { type EventStore, OutcomeUnknown, type StoredEvent, StoreUnreachable } from '#platform/event-store/event-store.port.js';
import { appendPatiently } from '#platform/event-store/patient-append.js';
import { freshCategory, freshEvent, freshStream, idsOf, readOn } from './conformance/fresh.js';
import { SeenEvents } from './seen-events.js';

/** What a fault may take at most until everything goes on, in milliseconds. */
const patienceMs = 60_000;
const longestLifeMs = 180_000;

/** Callers that append all the time, each to a stream of its own, and remember what they were told: to see what a fault did to it. */
export class Ledger {
  private readonly acknowledged: string[] = [];
  private readonly attempted = new Set<string>();
  private unknown = 0;
  private longestMs = 0;
  private running = true;
  private readonly callers: Promise<void>[];

  private constructor(
    private readonly store: EventStore,
    private readonly start: Position | undefined,
    private readonly seen: SeenEvents,
    private readonly category: string,
    callers: number,
    private readonly payload: object,
  ) {
    this.callers = Array.from({ length: callers }, () => this.keepAppending(freshStream(this.category)));
  }

  static async keep(store: EventStore, { callers = 20, payload = {} } = {}): Promise<Ledger> {
    const start = await store.head();
    const category = freshCategory();
    return new Ledger(store, start, new SeenEvents(store, start, category), category, callers, payload);
  }

  get acknowledgedSoFar(): number {
    return this.acknowledged.length;
  }

  /** Until so many more appends have been acknowledged. */
  async goesOn(more = 50): Promise<void> {
    const enough = this.acknowledged.length + more;
    const deadline = Date.now() + patienceMs;
    while (this.acknowledged.length < enough) {
      if (Date.now() > deadline) throw new Error(`Only ${this.acknowledged.length} of ${enough} appends were acknowledged in a minute.`);
      await pause(10);
    }
  }

  /** Nothing acknowledged is lost, nothing is stored twice, and the subscription saw all of it once and in order. */
  async settle(): Promise<{ readonly acknowledged: number; readonly unknown: number; readonly longestMs: number }> {
    this.running = false;
    await Promise.all(this.callers);
    const log = await readOn(this.store, this.category, this.start);
    const ids = idsOf(log);
    expect(new Set(ids).size).toBe(ids.length);
    expect(this.acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => !this.attempted.has(id))).toEqual([]);
    expectContiguous(log);
    expect(await this.seen.first(ids.length, patienceMs)).toEqual(ids);
    return { acknowledged: this.acknowledged.length, unknown: this.unknown, longestMs: Math.round(this.longestMs) };
  }

  private async keepAppending(stream: string): Promise<void> {
    // Ends by itself where a test failed before it could end it, or the test runner would never come to its end.
    const latest = performance.now() + longestLifeMs;
    while (this.running && performance.now() < latest) {
      const begun = performance.now();
      try {
        await this.appendOne(stream);
      } catch (error) {
        if (!(error instanceof OutcomeUnknown || error instanceof StoreUnreachable)) throw error;
        this.unknown += 1;
        await pause(20);
      }
      this.longestMs = Math.max(this.longestMs, performance.now() - begun);
    }
  }

  /** As a command does it: the revision that was read, one set of bytes for all repeats. */
  private async appendOne(stream: string): Promise<void> {
    const [last] = await this.store.readStream(stream, { direction: 'backwards', limit: 1 });
    const event = freshEvent('conformance.happened', this.payload);
    this.attempted.add(event.id);
    const outcome = await appendPatiently(this.store, stream, last?.revision ?? 'noStream', [event]);
    // A conflict can only be with this caller's own append of before, whose outcome it never heard.
    if (outcome.ok) this.acknowledged.push(event.id);
  }
}

function expectContiguous(log: readonly StoredEvent[]): void {
  const next = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    expect(revision).toBe(next.get(stream) ?? 0n);
    next.set(stream, revision + 1n);
  }
}
