import { Logger } from '@nestjs/common';
import type { Clock } from '#kernel/clock.js';
import { pause } from '../projections/pause.js';
import { whatFailed } from '../projections/what-failed.js';
import { Lanes, type Places } from './lanes.js';
import type { OwedQueue } from './owed-queue.js';
import type { OwedRow } from './owed-row.js';
import type { Task } from './to-do.js';
import type { WorkPace } from './work-pace.js';

/** The work of a to-do, without the events that make it. */
export interface Work {
  readonly name: string;
  readonly concurrency?: Places;
  work(task: Task): Promise<void | 'done' | { readonly again: Date }>;
}

/** Takes what is due under a lease, lane after lane in turn, and does it. */
export class Worker {
  readonly #log = new Logger('ToDos');
  readonly #ending = new AbortController();
  readonly #running = new Map<string, { readonly row: OwedRow; readonly done: Promise<void> }>();
  readonly #lanes: Lanes;
  #begun = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly toDo: Work,
    private readonly queue: OwedQueue,
    private readonly clock: Clock,
    private readonly pace: WorkPace,
  ) {
    this.#lanes = new Lanes(toDo.concurrency ?? { total: 4, perLane: 1 }, pace.slowAfterMs);
  }

  get running(): number {
    return this.#running.size;
  }

  async begin(): Promise<void> {
    if (this.pace.soleWorker) await this.queue.freeAll();
    this.#renewal = setInterval(() => {
      for (const { row } of this.#running.values()) void this.#renew(row);
    }, this.pace.leaseMs / 3);
    this.#begun = true;
    this.wake();
  }

  /** Something may be due. Cheap to say often: one look follows, and one more where it is said during that. */
  wake(): void {
    if (!this.#begun || this.#ending.signal.aborted) return; // Not open yet, or not any more.
    this.#lookAgain = true;
    this.#looking ??= this.#look();
  }

  /** Takes nothing more, tells those at work to leave, and waits for them a bounded time. */
  async stop(): Promise<void> {
    this.#ending.abort();
    clearTimeout(this.#timer);
    await this.#looking;
    const done = new AbortController();
    const ended = Promise.all([...this.#running.values()].map((each) => each.done));
    await Promise.race([ended, pause(this.pace.shutdownMs, done.signal)]);
    done.abort();
    clearInterval(this.#renewal);
    if (this.#running.size > 0)
      this.#log.warn(`${this.toDo.name}: ${this.#running.size} at work were cut off; they are done again after the next start.`);
  }

  async #look(): Promise<void> {
    let next: Date | undefined;
    while (this.#lookAgain && !this.#ending.signal.aborted) {
      this.#lookAgain = false;
      next = await this.#takeWhatIsDue();
    }
    this.#looking = undefined;
    if (!this.#ending.signal.aborted) this.#lookLater(next);
  }

  /** Answers when to look again although nothing was said. */
  async #takeWhatIsDue(): Promise<Date | undefined> {
    try {
      const lanes = await this.queue.lanes();
      const now = this.clock.now();
      for (const lane of this.#lanes.inTurn(lanes, now)) {
        if (!this.#lanes.hasPlace(now) || this.#ending.signal.aborted) return undefined; // The end of one of them, or its length, wakes us.
        const row = await this.queue.take(lane, now, this.pace.leaseMs);
        if (row === undefined) continue; // Taken by another, or held by a lease.
        this.#begin(row);
        this.#lookAgain = true;
      }
      return this.#lanes.nextAfter(lanes, now);
    } catch (error) {
      this.#log.error(`${this.toDo.name}: what is due cannot be looked up now: ${whatFailed(error)}`);
      return undefined;
    }
  }

  #lookLater(next: Date | undefined): void {
    const wait = next === undefined ? this.pace.pollMs : Math.min(next.getTime() - this.clock.now().getTime(), this.pace.pollMs);
    clearTimeout(this.#timer);
    // At least a moment, so that a row that cannot be taken makes no busy loop.
    this.#timer = setTimeout(
      () => {
        this.wake();
      },
      Math.max(wait, 20),
    );
  }

  #begin(row: OwedRow): void {
    const key = `${row.company_id}.${row.stream_id}`;
    if (this.#running.has(key)) return; // Its lease ran out while it works here: not a second time beside itself.
    const begun = this.clock.now();
    this.#lanes.begun(row.lane, begun);
    const long = setTimeout(() => {
      this.wake();
    }, this.pace.slowAfterMs + 20).unref();
    const done = this.#perform(row).then((tells) => {
      clearTimeout(long);
      this.#running.delete(key);
      this.#lanes.ended(row.lane, begun, this.clock.now(), tells);
      this.wake();
    });
    this.#running.set(key, { row, done });
  }

  /** Never rejects: what cannot be written down is freed by the end of its lease. Answers whether it did more than to put the work off. */
  async #perform(row: OwedRow): Promise<boolean> {
    const { lane, attempt, company_id: companyId, stream_id: streamId } = row;
    try {
      const answer = await this.toDo.work({ companyId, streamId, lane, attempt, signal: this.#ending.signal });
      if (answer === 'done') await this.queue.close(row);
      else await this.#settled(row, answer?.again);
      return typeof answer !== 'object';
    } catch (error) {
      await this.#failed(row, error);
      return true;
    }
  }

  /**
   * The events of the work close the row in a moment. Where none do, it is asked again like after a failure, so that work that decides
   * nothing makes no busy loop.
   */
  async #settled(row: OwedRow, again: Date | undefined): Promise<void> {
    if (again === undefined) await this.queue.settle(row, { due: this.#after(this.pace.backOff(row.attempt)), attempt: row.attempt });
    else await this.queue.settle(row, { due: again, attempt: 0 });
  }

  async #failed(row: OwedRow, error: unknown): Promise<void> {
    const { name } = this.toDo;
    const { stream_id: stream, attempt } = row;
    try {
      if (this.#ending.signal.aborted) {
        // It left because it was told to: that was no attempt.
        await this.queue.settle(row, { due: new Date(row.due_at), attempt: attempt - 1 });
        return;
      }
      const due = this.#after(this.pace.backOff(attempt));
      this.#log.warn(`${name}: attempt ${attempt} for ${stream} failed and is made again at ${due.toISOString()}: ${whatFailed(error)}`);
      await this.queue.settle(row, { due, attempt, error: whatFailed(error), notBefore: due });
    } catch (unsettled) {
      this.#log.error(`${name}: the end of attempt ${attempt} for ${stream} could not be written down: ${whatFailed(unsettled)}`);
    }
  }

  #after(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }

  async #renew(row: OwedRow): Promise<void> {
    try {
      await this.queue.renew(row, this.#after(this.pace.leaseMs));
    } catch (error) {
      this.#log.warn(`${this.toDo.name}: the lease for ${row.stream_id} could not be renewed: ${whatFailed(error)}`);
    }
  }
}
