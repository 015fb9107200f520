import { randomUUID } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import { Personal } from '#kernel/personal.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import { EventSourcedStreamsFactory } from '#platform/event-store/event-sourced-streams-factory.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { SealedEventDecoder } from '#platform/event-store/sealed-event-decoder.js';
import { Sealer } from '#platform/event-store/sealing/sealer.js';
import type { Cause } from '#platform/event-store/streams.js';
import { InMemoryDataKeys } from './in-memory-data-keys.js';
import { parcel, parcelCodecs, type ParcelPosted } from './parcel.js';

export const systemClock: Clock = { now: () => new Date() };

/** Parcels of one company over an event store, with everything that stands between. */
export function postOffice(store: EventStore, keys = new InMemoryDataKeys()) {
  const catalogue = new CodecCatalogue();
  const parcels = new EventSourcedStreamsFactory(store, catalogue, keys, systemClock).of(parcel, parcelCodecs);
  return { parcels, keys, catalogue, decoder: new SealedEventDecoder(catalogue, new Sealer(keys)), companyId: randomUUID() };
}

export function freshCause(companyId: string, given: Partial<Cause> = {}): Cause {
  const commandId = randomUUID();
  return { companyId, actor: 'actor', correlationId: commandId, causationId: commandId, commandId, bodyDigest: 'digest', ...given };
}

export function posted(keyId: string = randomUUID(), addressee = 'Ada Lovelace'): ParcelPosted {
  return { type: 'ParcelPosted', data: { weight: 250, addressee: Personal.under(keyId, addressee) } };
}
