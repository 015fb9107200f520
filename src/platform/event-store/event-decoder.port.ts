import type { DomainEvent } from '#kernel/domain-event.js';
import type { StoredEvent } from './event-store.port.js';
import type { Recorded } from './recorded.js';

/** What readers of the whole log decode events with; it knows every codec that was registered. */
export interface EventDecoder {
  /**
   * The event as the domain knows it, its personal fields opened or erased. `undefined` where no context has announced the category:
   * it is nobody's to read. Throws {@link UnreadableEvent} for poison, `DataKeyMissing` where the vault is older than the log; any other
   * error is an outage, to be tried again.
   */
  decode(stored: StoredEvent): Promise<Recorded<DomainEvent> | undefined>;

  /** The stored name of a domain event, for a filter; `undefined` where nobody registered it. */
  storedTypeOf(eventType: string): string | undefined;
}
export const EventDecoder = Symbol('EventDecoder');

/** Poison: this event can be decoded neither now nor later by this program. Says where it lies, never what is in it. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    readonly event: Pick<StoredEvent, 'stream' | 'revision' | 'type'>,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`Event ${String(event.revision)} (${event.type}) of ${event.stream} cannot be read: ${why}.`, options);
  }
}
