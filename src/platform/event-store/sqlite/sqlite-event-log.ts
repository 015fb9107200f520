import type Database from 'better-sqlite3';
import type { Position } from '#kernel/position.js';
import type { EventFilter, LogPage, ReadStreamOptions, StoredEvent } from '../event-store.port.js';
import { NumberedPositions } from '../numbered-positions.js';
import { pageSizeOf } from '../page-size.js';
import { openForReading, storeIdOf } from './event-database.js';
import { eventColumns, eventOf, type EventRow } from './event-row.js';

/** Positions looked at for one page, so that a filter which matches nothing does not hold the process for the whole log. */
const window = 10_000;

/** A parameter of SQLite is a signed 64-bit integer. */
const lastRevision = 2n ** 63n - 1n;

/** All reading, over a connection of its own; also what the CLI opens beside a running service. */
export class SqliteEventLog {
  readonly id: string;
  private readonly positions: NumberedPositions;
  private readonly statements: ReturnType<typeof prepare>;

  private constructor(private readonly database: Database.Database) {
    this.id = storeIdOf(database);
    this.positions = new NumberedPositions(this.id);
    this.statements = prepare(database);
  }

  static open(path: string): SqliteEventLog {
    return new SqliteEventLog(openForReading(path));
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const limit = pageSizeOf(options.limit);
    const backwards = options.direction === 'backwards';
    const from = smaller(options.from ?? (backwards ? lastRevision : 0n), lastRevision);
    const rows = (backwards ? this.statements.backwards : this.statements.forwards).all(stream, from, limit);
    return this.eventsOf(rows);
  }

  async readAll(after: Position | undefined, filter: EventFilter = {}, limit?: number): Promise<LogPage> {
    const start = this.positions.numberOf(after);
    const { rows, head } = this.look(start, filter, pageSizeOf(limit));
    const full = rows.length === pageSizeOf(limit);
    const looked = full ? (rows.at(-1)?.position ?? start) : Math.min(start + window, head);
    // A checkpoint of the time before a restore may lie beyond the head: it stays where it is, for its owner to find out by `at`.
    return { events: this.eventsOf(rows), next: looked > start ? this.positions.at(looked) : after, end: looked >= head };
  }

  compare(a: Position, b: Position): number {
    return this.positions.compare(a, b);
  }

  async head(): Promise<Position | undefined> {
    const head = this.statements.head.get() ?? 0;
    return head === 0 ? undefined : this.positions.at(head);
  }

  async last(): Promise<StoredEvent | undefined> {
    return this.eventAt(this.statements.head.get() ?? 0);
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    return this.eventAt(this.positions.numberOf(position));
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private eventAt(position: number): StoredEvent | undefined {
    const row = this.statements.at.get(position);
    return row === undefined ? undefined : eventOf(row, this.positions);
  }

  /** In one transaction, so that the head is the one that the rows were read under. */
  private look(start: number, { types, categories }: EventFilter, limit: number): { rows: EventRow[]; head: number } {
    const { everything, matching, head } = this.statements;
    const unfiltered = types === undefined && categories === undefined;
    const read = this.database.transaction(() => ({
      rows: unfiltered
        ? everything.all(start, start + window, limit)
        : matching.all(start, start + window, JSON.stringify(types ?? []), JSON.stringify(categories ?? []), limit),
      head: head.get() ?? 0,
    }));
    return read.deferred();
  }

  private eventsOf(rows: readonly EventRow[]): readonly StoredEvent[] {
    return rows.map((row) => eventOf(row, this.positions));
  }
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function prepare(database: Database.Database) {
  const select = `SELECT ${eventColumns} FROM events`;
  const range = 'position > ? AND position <= ?';
  return {
    forwards: database.prepare<[string, bigint, number], EventRow>(
      `${select} WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    ),
    backwards: database.prepare<[string, bigint, number], EventRow>(
      `${select} WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
    ),
    everything: database.prepare<[number, number, number], EventRow>(`${select} WHERE ${range} ORDER BY position LIMIT ?`),
    matching: database.prepare<[number, number, string, string, number], EventRow>(
      `${select} WHERE ${range} AND (type IN (SELECT value FROM json_each(?)) OR category IN (SELECT value FROM json_each(?)))
       ORDER BY position LIMIT ?`,
    ),
    at: database.prepare<[number], EventRow>(`${select} WHERE position = ?`),
    head: database.prepare<[], number>('SELECT coalesce(max(position), 0) FROM events').pluck(),
  };
}
