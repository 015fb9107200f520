import type Database from 'better-sqlite3';
import type { Clock } from '#kernel/clock.js';
import { type AppendOutcome, OutcomeUnknown } from '../event-store.port.js';
import type { Append, AppendWriter } from './append-writer.js';

/** Appends of one transaction at most, so that the process is not held longer than some milliseconds. */
const mostAtOnce = 256;

interface Waiting {
  readonly append: Append;
  readonly answer: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Appends that wait together are committed together: one fsync for many commands. Each has its own outcome, and none, success or conflict,
 * leaves before COMMIT, because a conflict too may rest on an event of this very transaction.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private closed = false;

  constructor(
    private readonly database: Database.Database,
    private readonly writer: Pick<AppendWriter, 'write'>,
    private readonly clock: Clock,
    private readonly committed: () => void,
  ) {}

  async add(append: Append): Promise<AppendOutcome> {
    if (this.closed) throw new Error('The event store is closed; nothing was appended.');
    return new Promise((answer, fail) => {
      this.waiting.push({ append, answer, fail });
      this.schedule();
    });
  }

  /** Finishes what waits; whoever comes later is told. */
  close(): void {
    this.closed = true;
    while (this.waiting.length > 0) this.commitNext();
  }

  /** After the events of this turn of the loop, so that everybody who came in it is in the same transaction. */
  private schedule(): void {
    if (this.scheduled || this.closed) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.waiting.length === 0) return;
      this.commitNext();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private commitNext(): void {
    const group = this.waiting.splice(0, mostAtOnce);
    try {
      for (const answer of this.commit(group)) answer();
      this.committed();
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  /** The answers, to be given now that they are durable. */
  private commit(group: readonly Waiting[]): readonly (() => void)[] {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const recordedAt = this.clock.now();
      const answers = group.map(({ append, answer }) => {
        const outcome = this.writer.write(append, recordedAt);
        return () => {
          answer(outcome);
        };
      });
      this.commitOrUnknown();
      return answers;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /** A COMMIT that fails may have reached the disk all the same (a failed fsync): a repeat finds out. */
  private commitOrUnknown(): void {
    try {
      this.database.exec('COMMIT');
    } catch (cause) {
      throw new OutcomeUnknown('The commit of the event store failed.', { cause });
    }
  }

  /** Some errors have rolled back already. Where it fails, the next BEGIN fails too and says so; this group hears the first error. */
  private rollBack(): void {
    if (!this.database.inTransaction) return;
    try {
      this.database.exec('ROLLBACK');
    } catch {
      return;
    }
  }
}
