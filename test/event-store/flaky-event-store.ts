import {
  type AppendOutcome,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  OutcomeUnknown,
} from '#platform/event-store/event-store.port.js';

/** What happens to one append on its way: it arrives, it is lost, or only its answer is. */
export type Fate = 'arrives' | 'lost' | 'answer-lost';

/** A store behind a bad line. Fates are taken in order, after them every append arrives. */
export function withFates(store: EventStore, ...fates: Fate[]) {
  const appends: { readonly expected: ExpectedRevision; readonly events: readonly EventToAppend[] }[] = [];
  const append = async (stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendOutcome> => {
    appends.push({ expected, events });
    const fate = fates.shift() ?? 'arrives';
    const outcome = fate === 'lost' ? undefined : await store.append(stream, expected, events);
    if (outcome === undefined || fate === 'answer-lost') throw new OutcomeUnknown('The line broke.');
    return outcome;
  };
  const flaky: EventStore = Object.assign(Object.create(store) as EventStore, { append });
  return { store: flaky, appends };
}
