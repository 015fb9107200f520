import type { DomainEvent } from '#kernel/domain-event.js';
import { DataKeyMissing } from '../event-store/data-keys.port.js';
import { type EventDecoder, UnreadableEvent } from '../event-store/event-decoder.port.js';
import type { StoredEvent } from '../event-store/event-store.port.js';
import { Outage } from './outage.js';
import type { Recorded } from './projection.js';

/** Decodes an event that the feed offers to many projections once; what failed is decoded anew when it is asked for again. */
export class CachingDecoder {
  readonly #decoded = new WeakMap<StoredEvent, Promise<Recorded<DomainEvent> | undefined>>();

  constructor(private readonly decoder: EventDecoder) {}

  async decode(stored: StoredEvent): Promise<Recorded<DomainEvent> | undefined> {
    const decoding = this.#decoded.get(stored) ?? this.decoder.decode(stored);
    this.#decoded.set(stored, decoding);
    try {
      return await decoding;
    } catch (error) {
      this.#decoded.delete(stored);
      if (error instanceof UnreadableEvent || error instanceof DataKeyMissing) throw error;
      throw new Outage('An event could not be decoded now.', { cause: error });
    }
  }

  storedTypeOf(eventType: string): string | undefined {
    return this.decoder.storedTypeOf(eventType);
  }
}
