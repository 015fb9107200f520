import { Logger } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import { tablesOf } from '../sql/read-models.js';
import type { PhysicalName } from '../sql/table-names.plugin.js';
import { type Bookkeeping, checkpointOf, findSlot, type ProjectionRow, type Slot } from './bookkeeping.js';
import { type Definition, fingerprintOf } from './definition.js';
import type { Engine } from './engine.js';
import { fits } from './fits.js';
import { ReadModelBehind } from './projection.js';
import type { ProjectionStatus } from './projection-status.js';
import { beginSlot, dropSlot, namesIn, namesOf, swapSlots, tablesIn } from './slot-tables.js';
import { SlotWriter } from './slot-writer.js';
import { Track } from './track.js';
import { TrackRun } from './track-run.js';
import { Waiters } from './waiters.js';

/** One projection in the service: the tables that queries read, those being filled beside them, and how one takes the other's place. */
export class RunningProjection {
  readonly #log = new Logger('Projections');
  readonly #waiters: Waiters;
  readonly #wroteListeners = new Set<() => void>();
  readonly #firstLive = Promise.withResolvers<void>();
  #swapped = Promise.withResolvers<void>();
  #names: PhysicalName;
  /** Absent where the live tables are of another version or another history: nothing can fill them any more. */
  #live: TrackRun | undefined;
  #frozenAt: Position | undefined;
  #shadow: TrackRun | undefined;
  #beginning: Promise<void> | undefined;
  #stopping = false;

  constructor(
    readonly definition: Definition,
    private readonly engine: Engine,
  ) {
    this.#waiters = new Waiters(definition.name, (a, b) => engine.store.compare(a, b));
    this.#names = namesOf(definition, 'live');
  }

  /** Physical names of what queries read. */
  readonly names: PhysicalName = (logical) => {
    const name = this.#names(logical);
    if (name === undefined && this.#isOwnTable(logical))
      throw new ReadModelBehind(`${this.definition.name} is being built, and its former version had no ${logical}.`);
    return name;
  };

  /** After the first catch-up of rows that fit the log and the program. */
  get whenLive(): Promise<void> {
    return this.#firstLive.promise;
  }

  /** Told after every commit that may have changed rows. */
  onWrite(listener: () => void): void {
    this.#wroteListeners.add(listener);
  }

  get position(): Position | undefined {
    return this.#live?.track.position ?? this.#frozenAt;
  }

  async reached(position: Position, timeoutMs: number): Promise<void> {
    if (this.#isAtLeast(position)) return;
    if (this.#stopping) throw new ReadModelBehind(`${this.definition.name} is being shut down.`);
    if (this.#live?.track.state === 'stopped') throw new ReadModelBehind(`${this.definition.name} has stopped at an event before that.`);
    await this.#waiters.until(position, timeoutMs);
  }

  /** Throws where `position` was made by another store, whether rows are there or not. */
  #isAtLeast(position: Position): boolean {
    const now = this.position;
    return this.engine.store.compare(now ?? position, position) >= 0 && now !== undefined;
  }

  /** Looks at what an earlier run left. Answers whether the rows were of another history than the store holds now. */
  async prepare(): Promise<{ readonly restored: boolean }> {
    const books = tablesOf<Bookkeeping>(this.engine.database.writer);
    const { name } = this.definition;
    const live = (await findSlot(books, name, 'live')) ?? (await this.#emptySlot('live'));
    const fitting = await this.#fits(live);
    if (fitting && this.#isOfThisProgram(live)) this.#live = this.#trackOf('live', live);
    else this.#freeze(live, fitting);
    const shadow = await findSlot(books, name, 'shadow');
    if (this.#live === undefined || shadow !== undefined) this.#shadow = await this.#shadowFrom(shadow);
    return { restored: !fitting };
  }

  start(): void {
    this.#live?.start();
    this.#shadow?.start();
  }

  /** Fills new tables from the beginning and swaps them in; answers when they are live. Queries read the old ones until then. */
  async rebuild(): Promise<void> {
    await this.beginRebuild();
    await this.#swapped.promise;
  }

  /** Answers when the new tables are on their way; {@link status} tells how far they are. One that is on its way already goes on. */
  async beginRebuild(): Promise<void> {
    try {
      // Those who ask at once get the same shadow.
      await (this.#beginning ??= this.#beginShadow());
    } finally {
      this.#beginning = undefined;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([this.#live?.stop(), this.#shadow?.stop()]);
    this.#waiters.giveUp('is being shut down');
  }

  status(): ProjectionStatus {
    const { name, version } = this.definition;
    const track = this.#live?.track ?? this.#shadow?.track;
    const since = track?.waitsSince;
    const lagSeconds = since === undefined ? 0 : Math.max(0, (this.engine.clock.now().getTime() - since.getTime()) / 1000);
    return {
      name,
      version,
      state: this.#live?.track.state ?? 'building',
      position: this.position,
      lagSeconds,
      lagEvents: track?.waiting ?? 0,
      ...(this.#shadow !== undefined && {
        shadow: { version, position: this.#shadow.track.position, state: this.#shadow.track.state },
      }),
    };
  }

  async #fits(row: ProjectionRow): Promise<boolean> {
    const checkpoint = checkpointOf(row);
    return checkpoint === undefined || (await fits(this.engine.store, checkpoint));
  }

  #isOfThisProgram({ version, fingerprint }: ProjectionRow): boolean {
    return version === this.definition.version && fingerprint === fingerprintOf(this.definition, this.engine.database.writer);
  }

  #freeze(live: ProjectionRow, fitting: boolean): void {
    const { name, version } = this.definition;
    this.#names = namesIn(tablesIn(live), live.version, 'live');
    this.#frozenAt = fitting ? checkpointOf(live)?.position : undefined;
    if (fitting) this.#log.log(`${name}: version ${version} is filled beside version ${live.version}.`);
    else
      this.#log.error(
        `${name}: its checkpoint does not fit the event store, which was restored or is another one. It is rebuilt from the beginning.`,
      );
  }

  async #beginShadow(): Promise<void> {
    if (this.#shadow !== undefined) return; // On its way already.
    this.#shadow = await this.#shadowFrom(undefined);
    this.#shadow.start();
  }

  async #shadowFrom(left: ProjectionRow | undefined): Promise<TrackRun> {
    this.#swapped = Promise.withResolvers<void>();
    const resumable = left !== undefined && this.#isOfThisProgram(left) && (await this.#fits(left));
    return this.#trackOf('shadow', resumable ? left : await this.#emptySlot('shadow'));
  }

  async #emptySlot(slot: Slot): Promise<ProjectionRow> {
    return this.engine.database.writer.transaction().execute(async (transaction) => {
      // What is live begins anew only where there is nothing: a shadow that was being filled for it has lost its purpose.
      if (slot === 'live') await dropSlot(transaction, this.definition.name, 'shadow');
      return beginSlot(transaction, this.definition, slot);
    });
  }

  #trackOf(slot: Slot, row: ProjectionRow): TrackRun {
    const { definition, engine } = this;
    const writer = new SlotWriter(definition, slot, engine.database.writer, engine.decoder, engine.clock);
    const label = `${definition.name}_v${definition.version}${slot === 'shadow' ? ' (shadow)' : ''}`;
    const events = {
      reached: (position: Position, wrote: boolean) => {
        if (this.#live === run) this.#reached(position, wrote);
      },
      caughtUp: async () => {
        if (this.#live === run) this.#firstLive.resolve();
        else await this.#takeOver(run, writer);
      },
      stopped: () => {
        if (this.#live === run) this.#waiters.giveUp('has stopped at an event that it cannot handle');
      },
    };
    const track = new Track({ label, decides: definition.decides, ...engine, writer, events }, checkpointOf(row));
    const run = new TrackRun(track);
    return run;
  }

  #reached(position: Position, wrote: boolean): void {
    this.#waiters.reached(position);
    if (wrote) for (const listener of this.#wroteListeners) listener();
  }

  /** Runs inside the shadow's own step: it writes nothing meanwhile. The old rows stand still first, so that queries never see an older state than before. */
  async #takeOver(shadow: TrackRun, writer: SlotWriter): Promise<void> {
    const former = this.#live;
    await former?.stop();
    if (this.#isStopping()) return; // The next start goes on with the shadow.
    try {
      await shadow.readToEnd();
      if (former?.track.position !== undefined && !shadow.track.atLeast(former.track.position))
        throw new Error('The pages end before what is live.');
      await this.engine.database.writer.transaction().execute((transaction) => swapSlots(transaction, this.definition));
    } catch (error) {
      if (!this.#isStopping()) former?.start();
      throw error;
    }
    writer.becomesLive();
    this.#live = shadow;
    this.#shadow = undefined;
    this.#names = namesOf(this.definition, 'live');
    this.#log.log(`${this.definition.name}_v${this.definition.version} was filled and swapped in.`);
    this.#settle(shadow);
  }

  #isOwnTable(logical: string): boolean {
    return this.definition.tables.some(([own]) => own === logical);
  }

  /** Asked anew after every wait. */
  #isStopping(): boolean {
    return this.#stopping;
  }

  #settle({ track: { position } }: TrackRun): void {
    if (position !== undefined) this.#reached(position, true);
    this.#swapped.resolve();
    this.#firstLive.resolve();
  }
}
