import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import { EventDecoder } from '../event-store/event-decoder.port.js';
import { EventStore } from '../event-store/event-store.port.js';
import { ReadModels, tablesOf } from '../sql/read-models.js';
import { TableNamesPlugin } from '../sql/table-names.plugin.js';
import { type Bookkeeping, createBookkeeping, type DeadLetterRow } from './bookkeeping.js';
import { type Definition, definitionOf } from './definition.js';
import type { Engine } from './engine.js';
import { Feed } from './feed.js';
import { Pace, usualPace } from './pace.js';
import { pause } from './pause.js';
import type { Projection, Projections, ReadModel } from './projection.js';
import type { ProjectionStatus } from './projection-status.js';
import { RunningProjection } from './running-projection.js';
import { CachingDecoder } from './caching-decoder.js';

/** `restored` names the projections whose rows came from another history than the store holds: it was restored, or is another one. */
export interface Begun {
  readonly restored: readonly string[];
}

/** How long a shutdown waits for transactions that have begun. */
const shutdownMs = 8_000;

/** Runs every projection that was registered, over one subscription to the log. */
@Injectable()
export class ProjectionRunner implements Projections, OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger('Projections');
  readonly #projections = new Map<string, RunningProjection>();
  readonly #tables = new Map<string, string>();
  readonly #engine: Engine;
  readonly #ending = new AbortController();
  #feeding: Promise<void> | undefined;

  constructor(
    @Inject(ReadModels) database: ReadModels,
    @Inject(EventStore) store: EventStore,
    @Inject(EventDecoder) decoder: EventDecoder,
    @Inject(Clock) clock: Clock,
    @Optional() @Inject(Pace) pace: Pace = usualPace,
  ) {
    this.#engine = { database, store, feed: new Feed(store, pace), decoder: new CachingDecoder(decoder), clock, pace };
  }

  register<Tables, Event extends DomainEvent>(projection: Projection<Tables, Event>): ReadModel<Tables> {
    const running = this.run(definitionOf(projection));
    return {
      rows: tablesOf<Tables>(this.#engine.database.reader.withPlugin(new TableNamesPlugin(running.names))),
      reached: (position, timeoutMs = 5_000) => running.reached(position, timeoutMs),
      checkpoint: () => running.position,
    };
  }

  /** As {@link register}, for those of the platform who also write into the rows. */
  run(definition: Definition): RunningProjection {
    if (this.#feeding !== undefined) throw new Error(`${definition.name} was registered after the projections had begun.`);
    this.#claimNames([definition.name, ...definition.tables.map(([table]) => table)], definition.name);
    const running = new RunningProjection(definition, this.#engine);
    this.#projections.set(definition.name, running);
    return running;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.begin();
  }

  /** Answers when every projection is on its way. */
  async begin(): Promise<Begun> {
    await createBookkeeping(tablesOf<Bookkeeping>(this.#engine.database.writer));
    await this.#engine.feed.begin();
    const restored: string[] = [];
    for (const [name, projection] of this.#projections) if ((await projection.prepare()).restored) restored.push(name);
    this.#feeding = this.#engine.feed.run(this.#ending.signal);
    for (const projection of this.#projections.values()) projection.start();
    return { restored };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
    await this.#engine.database.close();
  }

  /** Within bounded time; what is cut off is as after a crash. */
  async stop(): Promise<void> {
    this.#ending.abort();
    const done = new AbortController();
    const ended = Promise.all([this.#feeding, ...[...this.#projections.values()].map((projection) => projection.stop())]);
    const tooLate = async () => {
      await pause(shutdownMs, done.signal);
      if (!done.signal.aborted) this.#log.warn('Projections were cut off; the next start goes on from their checkpoints.');
    };
    await Promise.race([ended, tooLate()]);
    done.abort();
  }

  async rebuild(name: string): Promise<void> {
    const projection = this.#projections.get(name);
    if (projection === undefined) throw new Error(`There is no projection ${name}.`);
    await projection.rebuild();
  }

  /** Answers when the rebuild is on its way; `undefined` where there is no such projection. */
  async beginRebuild(name: string): Promise<ProjectionStatus | undefined> {
    const projection = this.#projections.get(name);
    await projection?.beginRebuild();
    return projection?.status();
  }

  status(): readonly ProjectionStatus[] {
    return [...this.#projections.values()].map((projection) => projection.status());
  }

  /** Events that screens have passed by, oldest first. */
  async deadLetters(): Promise<readonly DeadLetterRow[]> {
    return tablesOf<Bookkeeping>(this.#engine.database.reader).selectFrom('dead_letters').selectAll().orderBy('failed_at').execute();
  }

  #claimNames(names: readonly string[], projection: string): void {
    if (this.#projections.has(projection)) throw new Error(`There are two projections ${projection}.`);
    for (const name of names) {
      const owner = this.#tables.get(name) ?? projection;
      if (owner !== projection) throw new Error(`${name} is a table of ${owner}; ${projection} needs another name.`);
      this.#tables.set(name, projection);
    }
  }
}
