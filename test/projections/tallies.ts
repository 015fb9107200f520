import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Position } from '#kernel/position.js';
import { codec, type Codecs } from '#platform/event-store/codec.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { EventStore, EventToAppend } from '#platform/event-store/event-store.port.js';
import { SealedEventDecoder } from '#platform/event-store/sealed-event-decoder.js';
import { Sealer } from '#platform/event-store/sealing/sealer.js';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';

/** A little history to derive rows from: tallies that are opened, raised and closed. */
export type TallyOpened = DomainEvent<'TallyOpened', { readonly owner: string }>;
export type TallyRaised = DomainEvent<'TallyRaised', { readonly by: number }>;
export type TallyClosed = DomainEvent<'TallyClosed'>;
export type TallyEvent = TallyOpened | TallyRaised | TallyClosed;

const tallyCodecs: Codecs<TallyEvent> = {
  TallyOpened: codec('tally.opened', { write: ({ owner }) => ({ owner }), read: ({ owner }) => ({ owner }) }),
  TallyRaised: codec('tally.raised', { write: ({ by }) => ({ by }), read: ({ by }) => ({ by }) }),
  TallyClosed: codec('tally.closed', { write: () => ({}), read: () => ({}) }),
};

export function tallyDecoder(keys: DataKeys = new InMemoryDataKeys()) {
  const catalogue = new CodecCatalogue();
  catalogue.register('tally', tallyCodecs);
  return new SealedEventDecoder(catalogue, new Sealer(keys));
}

export const acme = '11111111-1111-4111-8111-111111111111';

/** Appends to tallies, one stream each, and knows their revisions. */
export class Tallies {
  readonly #revisions = new Map<string, bigint>();

  constructor(
    private readonly store: EventStore,
    private readonly companyId: string = acme,
  ) {}

  open(tally: string, owner = 'anna'): Promise<Position> {
    return this.#append(tally, stored('tally.opened', { owner }, this.companyId));
  }

  raise(tally: string, by: number): Promise<Position> {
    return this.#append(tally, stored('tally.raised', { by }, this.companyId));
  }

  close(tally: string): Promise<Position> {
    return this.#append(tally, stored('tally.closed', {}, this.companyId));
  }

  /** An event of a known name whose data no codec can read. */
  garble(tally: string): Promise<Position> {
    return this.#append(tally, stored('tally.raised', { by: { $sealed: { key: 'k', bytes: 'nonsense' } } }, this.companyId));
  }

  async #append(tally: string, event: EventToAppend): Promise<Position> {
    const stream = `tally-${this.companyId}.${tally}`;
    const outcome = await this.store.append(stream, this.#revisions.get(stream) ?? 'noStream', [event]);
    if (!outcome.ok) throw new Error('Somebody else wrote to this tally.');
    this.#revisions.set(stream, outcome.revision);
    return outcome.position;
  }
}

function stored(type: string, data: object, companyId: string): EventToAppend {
  const metadata = {
    companyId,
    actor: 'service',
    correlationId: 'c',
    causationId: 'c',
    commandId: randomUUID(),
    bodyDigest: '',
    schema: '1',
    decidedAt: new Date().toISOString(),
    previousHash: '',
  };
  return { id: randomUUID(), type, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
}
