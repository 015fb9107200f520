import { setTimeout as pause } from 'node:timers/promises';
import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import type { Position } from '#kernel/position.js';
import {
  type EventFilter,
  ForeignPosition,
  type LogPage,
  type ReadStreamOptions,
  type StoredEvent,
  StoreUnreachable,
} from '../event-store.port.js';
import { matchesFilter } from '../matches-filter.js';
import { pageSizeOf } from '../page-size.js';
import { jittered } from '../patient-append.js';
import { partsOfStream } from '../stream-name.js';
import type { Connection } from './connection.js';
import { type LogPosition, type LogPositions, compared } from './log-positions.js';
import { readPage } from './read-page.js';
import { meaningOf } from './server-errors.js';
import { placeOf, type Resolved, storedEvent } from './stored-event.js';
import type { Bounds } from './within.js';

/** Milliseconds between the tries of one read: a client recovers in a moment after a restart. */
const backOff = [100, 400, 1_000];

/** Pages looked at for one page of the log, so that a filter which matches nothing does not read the whole log in one call. */
const pagesAtOnce = 10;
const largestPage = 500;

const lastRevision = 2n ** 63n - 1n;

type ReadLogOfServer = NonNullable<Parameters<Connection['client']['readAll']>[0]>;
type ReadStreamOfServer = NonNullable<Parameters<Connection['client']['readStream']>[1]>;

/** All reading of a server, page by page. */
export class ServerLog {
  /** Set as soon as an event of ours was seen: a log never becomes empty again. */
  private isUsed = false;

  constructor(
    private readonly connection: Connection,
    readonly positions: LogPositions,
  ) {}

  async readStream(stream: string, { from, direction, limit }: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    if (partsOfStream(stream) === undefined) return []; // No stream of this service has such a name.
    const backwards = direction === 'backwards';
    const fromRevision = from === undefined ? (backwards ? END : START) : smaller(from, lastRevision);
    const options: ReadStreamOfServer = { direction: backwards ? BACKWARDS : FORWARDS, fromRevision, maxCount: pageSizeOf(limit) };
    const page = await this.read((bounds) =>
      readPage(() => this.connection.client.readStream(this.connection.names.onServer(stream), options), bounds),
    );
    return page === 'no-such-stream' || page === 'no-such-position' ? [] : this.ours(page);
  }

  /** The server ignores a filter on this kind of read: the pages hold everything, its own events too, and are sifted here. */
  async readAll(after: Position | undefined, filter: EventFilter = {}, limit?: number): Promise<LogPage> {
    const most = pageSizeOf(limit);
    const events: StoredEvent[] = [];
    let next = after;
    for (let pages = 0; pages < pagesAtOnce; pages += 1) {
      const looked = await this.lookAfter(next, filter.types === undefined && filter.categories === undefined ? most + 1 : largestPage);
      const wanted = this.ours(looked.records).filter((event) => matchesFilter(event, filter));
      const taken = wanted.slice(0, most - events.length);
      events.push(...taken);
      if (taken.length < wanted.length) return { events, next: taken.at(-1)?.position ?? next, end: false };
      next = looked.last === undefined ? next : this.positions.at(looked.last);
      if (looked.end || events.length === most) return { events, next, end: looked.end };
    }
    return { events, next, end: false };
  }

  /** The last record of all, the server's own included; a log without any event of ours is empty all the same. */
  async head(): Promise<Position | undefined> {
    const [last] = await this.lookBack(END, 1);
    const place = last === undefined ? undefined : placeOf(last);
    this.isUsed ||= (await this.last()) !== undefined;
    return place === undefined || !this.isUsed ? undefined : this.positions.at(place);
  }

  /** Looked for from the end on, because there it is found at once where the service is at work. */
  async last(): Promise<StoredEvent | undefined> {
    let records = await this.lookBack(END, 1);
    for (;;) {
      const [latest] = this.ours(records);
      const earliest = lastPlace(records);
      if (latest !== undefined || earliest === undefined || compared(earliest, this.positions.origin) <= 0) return latest;
      records = await this.lookBack(earliest, largestPage);
    }
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    const records = await this.readLog({ fromPosition: this.positions.of(position), maxCount: 1 });
    // Between two records, or beyond the end: the log is not the one that the position was taken of.
    if (records === 'no-such-position') return undefined;
    const [event] = this.ours(records);
    return event?.position === position ? event : undefined;
  }

  /** Strictly before `from`, latest first. */
  private async lookBack(from: typeof END | LogPosition, maxCount: number): Promise<readonly Resolved[]> {
    const records = await this.readLog({ fromPosition: from, direction: BACKWARDS, maxCount });
    return records === 'no-such-position' ? [] : records;
  }

  /** The server reads from a position on, it included. */
  private async lookAfter(after: Position | undefined, count: number) {
    const start = after === undefined ? this.positions.origin : this.positions.of(after);
    const maxCount = Math.min(count, largestPage);
    const records = await this.readLog({ fromPosition: start, maxCount });
    if (records === 'no-such-position') throw new ForeignPosition(after ?? '', this.positions.storeId);
    const fresh = records.filter((record) => compared(placeOf(record) ?? start, start) > 0);
    return { records: fresh, last: lastPlace(fresh), end: records.length < maxCount };
  }

  private async readLog(options: ReadLogOfServer): Promise<readonly Resolved[] | 'no-such-position'> {
    const page = await this.read((bounds) => readPage(() => this.connection.client.readAll(options), bounds));
    return page === 'no-such-stream' ? [] : page;
  }

  /** A read changes nothing: where it fails it is made again, within bounds. */
  private async read<Event extends Resolved>(
    once: (bounds: Bounds) => Promise<readonly Event[]>,
  ): Promise<readonly Event[] | 'no-such-stream' | 'no-such-position'> {
    const end = performance.now() + this.connection.patience.callMs;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.connection.read(once, Math.max(1, end - performance.now()));
      } catch (error) {
        if (error instanceof StoreUnreachable) throw error;
        const meaning = meaningOf(error);
        if (meaning.kind === 'no-such-stream' || meaning.kind === 'no-such-position') return meaning.kind;
        const wait = jittered(backOff[attempt] ?? Infinity);
        if (meaning.kind !== 'unknown' || performance.now() + wait > end)
          throw new StoreUnreachable('why' in meaning ? meaning.why : 'The event store gave an answer that does not belong to a read.');
        await pause(wait);
      }
    }
  }

  private ours(records: readonly Resolved[]): readonly StoredEvent[] {
    return records.map((record) => storedEvent(record, this.positions, this.connection.names)).filter((event) => event !== undefined);
  }
}

function lastPlace(records: readonly Resolved[]): LogPosition | undefined {
  return records
    .map(placeOf)
    .filter((place) => place !== undefined)
    .at(-1);
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
