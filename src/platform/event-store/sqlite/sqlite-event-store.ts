import type Database from 'better-sqlite3';
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
import { NumberedPositions } from '../numbered-positions.js';
import { validateAppend } from '../validate-append.js';
import { AppendWriter } from './append-writer.js';
import { openForWriting } from './event-database.js';
import { GroupCommit } from './group-commit.js';
import { SqliteEventLog } from './sqlite-event-log.js';

/** The embedded event store: one SQLite file, one process that writes. */
export class SqliteEventStore implements EventStore {
  readonly id: string;
  private readonly commits = new CommitSignal();
  private readonly group: GroupCommit;

  private constructor(
    private readonly database: Database.Database,
    private readonly log: SqliteEventLog,
    clock: Clock,
  ) {
    this.id = log.id;
    const writer = new AppendWriter(database, new NumberedPositions(this.id));
    this.group = new GroupCommit(database, writer, clock, () => {
      this.commits.committed();
    });
  }

  /** Opens the store, or makes it where there is none. Throws `NotAnEventDatabase` for a file of somebody else or of a newer version. */
  static open(path: string, clock: Clock): SqliteEventStore {
    return new SqliteEventStore(openForWriting(path), SqliteEventLog.open(path), clock);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    validateAppend(stream, expected, events);
    return this.group.add({ stream, expected, events });
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    return this.log.readStream(stream, options);
  }

  readAll(after: Position | undefined, filter?: EventFilter, limit?: number): Promise<LogPage> {
    return this.log.readAll(after, filter, limit);
  }

  subscribe(after: Position | undefined, filter: EventFilter, signal: AbortSignal): AsyncIterable<Signal> {
    return followLog((reached) => this.log.readAll(reached, filter), this.commits, after, signal);
  }

  compare(a: Position, b: Position): number {
    return this.log.compare(a, b);
  }

  head(): Promise<Position | undefined> {
    return this.log.head();
  }

  last(): Promise<StoredEvent | undefined> {
    return this.log.last();
  }

  at(position: Position): Promise<StoredEvent | undefined> {
    return this.log.at(position);
  }

  async close(): Promise<void> {
    this.group.close();
    await this.log.close();
    this.database.close();
    // Who still follows is not left waiting for ever: the next read says that the store is closed.
    this.commits.committed();
  }
}
