import { randomUUID } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import type { Position } from '#kernel/position.js';
import { CommitSignal } from '../commit-signal.js';
import type {
  AppendOutcome,
  EventFilter,
  EventStore,
  EventToAppend,
  ExpectedRevision,
  LogPage,
  ReadStreamOptions,
  Signal,
  StoredEvent,
} from '../event-store.port.js';
import { followLog } from '../follow-log.js';
import { matchesFilter } from '../matches-filter.js';
import { NumberedPositions } from '../numbered-positions.js';
import { pageSizeOf } from '../page-size.js';
import { settleAppend } from '../settle-append.js';
import { validateAppend } from '../validate-append.js';

/** For tests: everything the port promises, nothing that outlives the process. */
export class MemoryEventStore implements EventStore {
  readonly id = `memory-${randomUUID()}`;
  private readonly positions = new NumberedPositions(this.id);
  private readonly commits = new CommitSignal();
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();

  constructor(private readonly clock: Clock) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    validateAppend(stream, expected, events);
    const before = this.streams.get(stream) ?? [];
    const actual = before.at(-1)?.revision ?? 'noStream';
    const settled = settleAppend(actual, expected, events, (revision) => before[Number(revision)]?.id);
    if (settled.kind === 'conflict') return { ok: false, actual };
    if (settled.kind === 'repeat') return appendedUpTo(before[Number(settled.last)]);
    const recordedAt = this.clock.now();
    const added = events.map((event, index) => this.record(event, stream, settled.first + BigInt(index), recordedAt));
    this.commits.committed();
    return appendedUpTo(added.at(-1));
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const limit = pageSizeOf(options.limit);
    const events = this.streams.get(stream) ?? [];
    if (options.direction !== 'backwards') {
      const from = Math.max(0, Number(options.from ?? 0n));
      return events.slice(from, from + limit);
    }
    const end = Math.max(0, Math.min(events.length, Number(options.from ?? events.length) + 1));
    return events.slice(Math.max(0, end - limit), end).reverse();
  }

  async readAll(after: Position | undefined, filter: EventFilter = {}, limit?: number): Promise<LogPage> {
    const start = this.positions.numberOf(after);
    const most = pageSizeOf(limit);
    const events: StoredEvent[] = [];
    let looked = start;
    while (looked < this.log.length && events.length < most) {
      const event = this.log[looked++];
      if (event !== undefined && matchesFilter(event, filter)) events.push(event);
    }
    return { events, next: looked === start ? after : this.positions.at(looked), end: looked >= this.log.length };
  }

  subscribe(after: Position | undefined, filter: EventFilter, signal: AbortSignal): AsyncIterable<Signal> {
    return followLog((reached) => this.readAll(reached, filter), this.commits, after, signal);
  }

  compare(a: Position, b: Position): number {
    return this.positions.compare(a, b);
  }

  async head(): Promise<Position | undefined> {
    return this.log.at(-1)?.position;
  }

  async last(): Promise<StoredEvent | undefined> {
    return this.log.at(-1);
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    return this.log[this.positions.numberOf(position) - 1];
  }

  async close(): Promise<void> {
    // Nothing is in flight: every append is complete when it answers.
  }

  private record(event: EventToAppend, stream: string, revision: bigint, recordedAt: Date): StoredEvent {
    const { id, type, data, metadata } = event;
    const stored = { id, type, data, metadata, stream, revision, position: this.positions.at(this.log.length + 1), recordedAt };
    this.log.push(stored);
    this.streams.set(stream, [...(this.streams.get(stream) ?? []), stored]);
    return stored;
  }
}

function appendedUpTo(last: StoredEvent | undefined): AppendOutcome {
  if (last === undefined) throw new Error('An append without events went past its validation.');
  return { ok: true, revision: last.revision, position: last.position };
}
