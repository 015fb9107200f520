import type { Clock } from '#kernel/clock.js';
import type { Aggregate } from '#kernel/aggregate.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Codecs } from './codec.js';
import type { CodecCatalogue } from './codec-catalogue.js';
import type { DataKeys } from './data-keys.port.js';
import { EventEncoder } from './event-encoder.js';
import { EventSourcedStreams, type Foundations } from './event-sourced-streams.js';
import type { EventStore } from './event-store.port.js';
import { SealedEventDecoder } from './sealed-event-decoder.js';
import { Sealer } from './sealing/sealer.js';
import type { Cause, Streams, StreamsFactory } from './streams.js';
import { type UsedKey, usedKey } from './used-keys/used-key.js';
import { usedKeyCodecs } from './used-keys/used-key.codecs.js';
import { UsedKeys } from './used-keys/used-keys.js';

export class EventSourcedStreamsFactory implements StreamsFactory {
  private readonly foundations: Foundations;
  private readonly keys: UsedKeys;

  constructor(
    store: EventStore,
    private readonly catalogue: CodecCatalogue,
    keys: DataKeys,
    clock: Clock,
  ) {
    const sealer = new Sealer(keys);
    this.foundations = {
      store,
      encoder: new EventEncoder(catalogue, sealer, clock),
      decoder: new SealedEventDecoder(catalogue, sealer),
    };
    catalogue.register(usedKey.category, usedKeyCodecs);
    this.keys = new UsedKeys(new EventSourcedStreams(usedKey, this.foundations));
  }

  of<State, First extends DomainEvent, Later extends DomainEvent>(
    aggregate: Aggregate<State, First, Later>,
    codecs: Codecs<First | Later>,
  ): Streams<State, First, Later> {
    this.catalogue.register(aggregate.category, codecs);
    return new EventSourcedStreams(aggregate, this.foundations, this.keys);
  }

  useKey(cause: Cause, about: UsedKey) {
    return this.keys.use(cause, about);
  }
}
