import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap, Optional } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import { ProjectionRunner } from '../projections/projection-runner.js';
import type { RunningProjection } from '../projections/running-projection.js';
import { whatFailed } from '../projections/what-failed.js';
import { ReadModels, tablesOf } from '../sql/read-models.js';
import { TableNamesPlugin } from '../sql/table-names.plugin.js';
import { backOff } from './back-off.js';
import { owedDefinition } from './owed-definition.js';
import { OwedQueue } from './owed-queue.js';
import type { OwedTables } from './owed-row.js';
import type { ToDo, ToDos } from './to-do.js';
import { WorkPace } from './work-pace.js';
import { Worker } from './worker.js';

export const usualWorkPace: WorkPace = {
  leaseMs: 30_000,
  pollMs: 5_000,
  shutdownMs: 10_000,
  slowAfterMs: 2_000,
  soleWorker: true,
  backOff,
};

/** What is owed of one kind, for metrics and the operator. */
export interface ToDoStatus {
  readonly name: string;
  readonly due: number;
  readonly waiting: number;
  readonly running: number;
  /** Age of the oldest row that is due; 0 where there is none. */
  readonly oldestDueSeconds: number;
}

interface Employed {
  readonly name: string;
  readonly rows: RunningProjection;
  readonly queue: OwedQueue;
  readonly worker: Worker;
}

/** Works off every to-do that was registered, once its rows have caught up and every gate is open. */
@Injectable()
export class ToDoWorkers implements ToDos, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('ToDos');
  readonly #employed: Employed[] = [];
  readonly #gates: Promise<unknown>[] = [];
  #ending = false;

  constructor(
    private readonly runner: ProjectionRunner,
    @Inject(ReadModels) private readonly database: ReadModels,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(WorkPace) private readonly pace: WorkPace = usualWorkPace,
  ) {}

  register<Event extends DomainEvent>(toDo: ToDo<Event>): void {
    const rows = this.runner.run(owedDefinition(toDo));
    const own = tablesOf<OwedTables>(this.database.writer.withPlugin(new TableNamesPlugin(rows.names)));
    const queue = new OwedQueue(own, toDo.name);
    const worker = new Worker(toDo, queue, this.clock, this.pace);
    rows.onWrite(() => {
      worker.wake();
    });
    this.#employed.push({ name: toDo.name, rows, queue, worker });
  }

  /** Work begins only after this too; where it fails, none begins, loudly. To be said before the application has started. */
  openWhen(gate: Promise<unknown>): void {
    this.#gates.push(gate);
  }

  onApplicationBootstrap(): void {
    void this.begin();
  }

  /** Answers when the gates are open and work has begun on all rows that have caught up. Never rejects. */
  async begin(): Promise<void> {
    try {
      await Promise.all(this.#gates);
      await Promise.all(this.#employed.map((each) => this.#beginOne(each)));
    } catch (error) {
      this.#log.error(`What is owed is not worked off, because the service is not ready for it: ${whatFailed(error)}`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  async stop(): Promise<void> {
    this.#ending = true;
    await Promise.all(this.#employed.map(({ worker }) => worker.stop()));
  }

  async status(): Promise<readonly ToDoStatus[]> {
    const now = this.clock.now();
    return Promise.all(
      this.#employed.map(async ({ name, queue, worker }) => ({ name, running: worker.running, ...(await queue.count(now)) })),
    );
  }

  async #beginOne({ rows, worker }: Employed): Promise<void> {
    await rows.whenLive;
    if (!this.#ending) await worker.begin();
  }
}
