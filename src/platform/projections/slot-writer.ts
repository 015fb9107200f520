import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '#kernel/clock.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { StoredEvent } from '../event-store/event-store.port.js';
import { readMetadata } from '../event-store/metadata.js';
import { partsOfStream, type StreamName } from '../event-store/stream-name.js';
import { tablesOf } from '../sql/read-models.js';
import { TableNamesPlugin } from '../sql/table-names.plugin.js';
import { type Bookkeeping, type Checkpoint, saveCheckpoint, type Slot } from './bookkeeping.js';
import type { Definition, Unopened } from './definition.js';
import type { Recorded } from './projection.js';
import type { CachingDecoder } from './caching-decoder.js';
import { namesOf } from './slot-tables.js';
import { whatFailed } from './what-failed.js';

interface Opened {
  readonly stored: StoredEvent;
  /** Absent where the projection does not handle the type. */
  readonly recorded: Recorded<DomainEvent> | undefined;
}

/** Handles events in the tables of one slot, each time with the checkpoint in the same transaction. */
export class SlotWriter {
  readonly #types: ReadonlySet<string>;
  readonly #categories: ReadonlySet<string>;
  #names: TableNamesPlugin;

  constructor(
    private readonly definition: Definition,
    private slot: Slot,
    private readonly database: Kysely<unknown>,
    private readonly decoder: CachingDecoder,
    private readonly clock: Clock,
  ) {
    this.#types = new Set(definition.eventTypes.map((type) => this.#storedTypeOf(type)));
    this.#categories = new Set(definition.categories);
    this.#names = new TableNamesPlugin(namesOf(definition, slot));
  }

  /** The tables it fills were swapped in. */
  becomesLive(): void {
    this.slot = 'live';
    this.#names = new TableNamesPlugin(namesOf(this.definition, 'live'));
  }

  concerns(event: StoredEvent): boolean {
    return this.#types.has(event.type) || this.#categories.has(partsOfStream(event.stream)?.category ?? '');
  }

  /** All of them or none. */
  async handle(events: readonly StoredEvent[]): Promise<void> {
    // Opened before the transaction begins, so that nobody waits for the writer while keys are fetched.
    const opened: Opened[] = [];
    for (const event of events) if (this.concerns(event)) opened.push(await this.#open(event));
    await this.database.transaction().execute(async (transaction) => {
      for (const event of opened) await this.#handleOne(event, transaction);
      await this.#checkpoint(events, transaction);
    });
  }

  /** Nothing to do in the rows: the checkpoint alone, so that a start need not look at the same events again. */
  async passBy(checkpoint: Checkpoint): Promise<void> {
    await saveCheckpoint(tablesOf<Bookkeeping>(this.database), this.definition.name, this.slot, checkpoint);
  }

  /** The event is left out and remembered. What every event of the stream does to its row is tried still, so that an ETag stays true. */
  async bury(event: StoredEvent, error: unknown): Promise<void> {
    try {
      await this.#buryAnd(event, error, (transaction) => this.#every(event, transaction));
    } catch {
      // That part is poisoned too; the letter tells of the first failure.
      await this.#buryAnd(event, error, async () => undefined);
    }
  }

  async #buryAnd(event: StoredEvent, error: unknown, rest: (transaction: Transaction<unknown>) => Promise<void>): Promise<void> {
    const letter = { event_id: event.id, position: event.position, type: event.type, error: whatFailed(error) };
    const row = { projection: this.definition.name, slot: this.slot, ...letter, failed_at: this.clock.now().toISOString() };
    await this.database.transaction().execute(async (transaction) => {
      await rest(transaction);
      await tablesOf<Bookkeeping>(transaction)
        .insertInto('dead_letters')
        .values(row)
        .onConflict((known) => known.columns(['projection', 'slot', 'event_id']).doNothing())
        .execute();
      await this.#checkpoint([event], transaction);
    });
  }

  async #open(stored: StoredEvent): Promise<Opened> {
    return { stored, recorded: this.#types.has(stored.type) ? await this.decoder.decode(stored) : undefined };
  }

  async #handleOne({ stored, recorded }: Opened, transaction: Transaction<unknown>): Promise<void> {
    if (recorded !== undefined) await this.definition.handle(recorded, transaction.withPlugin(this.#names));
    await this.#every(stored, transaction);
  }

  async #every(event: StoredEvent, transaction: Transaction<unknown>): Promise<void> {
    const stream = partsOfStream(event.stream);
    if (stream === undefined || !this.#categories.has(stream.category)) return; // Not a category it asked for.
    await this.definition.every(unopened(event, stream), transaction.withPlugin(this.#names));
  }

  async #checkpoint(events: readonly StoredEvent[], transaction: Transaction<unknown>): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return; // No event, no step.
    const checkpoint = { position: last.position, eventId: last.id };
    await saveCheckpoint(tablesOf<Bookkeeping>(transaction), this.definition.name, this.slot, checkpoint);
  }

  #storedTypeOf(eventType: string): string {
    const stored = this.decoder.storedTypeOf(eventType);
    if (stored === undefined) throw new Error(`${this.definition.name} handles ${eventType}, which no context has announced.`);
    return stored;
  }
}

function unopened(
  { id: eventId, revision, recordedAt, position, ...stored }: StoredEvent,
  { category, companyId, id }: StreamName,
): Unopened {
  const metadata = readMetadata(stored.metadata);
  if (metadata === undefined) throw new Error('An event has metadata that this service does not write.');
  return { eventId, category, streamId: id, companyId, revision, recordedAt, position, metadata };
}
