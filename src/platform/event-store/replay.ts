import type { Aggregate } from '#kernel/aggregate.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import { type EventDecoder, UnreadableEvent } from './event-decoder.port.js';
import type { StoredEvent } from './event-store.port.js';
import type { History } from './history.js';

/** A history as domain events, and the state they make. */
export async function replay<State, First extends DomainEvent, Later extends DomainEvent>(
  aggregate: Aggregate<State, First, Later>,
  decoder: EventDecoder,
  { events: [first, ...rest] }: History,
): Promise<{ readonly state: State; readonly events: readonly (First | Later)[] }> {
  const begun = await decoded<First>(decoder, first);
  const later = await Promise.all(rest.map((stored) => decoded<Later>(decoder, stored)));
  const state = later.reduce((before, event) => aggregate.evolve(before, event), aggregate.create(begun));
  return { state, events: [begun, ...later] };
}

/** The aggregate's own codecs decode its category: `StreamsFactory.of` registered them together, so what comes out is one of its events. */
async function decoded<Event extends DomainEvent>(decoder: EventDecoder, stored: StoredEvent): Promise<Event> {
  const recorded = await decoder.decode(stored);
  if (recorded === undefined) throw new UnreadableEvent(stored, 'nobody registered its category');
  return recorded.event as Event;
}
