import { validate as isUuid } from 'uuid';
import { EventRefused, type EventToAppend, type ExpectedRevision } from './event-store.port.js';
import { partsOfStream } from './stream-name.js';

/** Octets of one event, and of all events of one append: EventStoreDB's limit of 1 MiB less room for its own framing. */
export const largestAppend = 1_000_000;

/** Events of one append. */
export const mostEventsAtOnce = 100;

/** Revisions are counted in 53 bits by some stores. */
const highestRevision = 2n ** 53n;

/** Refuses what no store would take, before any store sees it: some answer nonsense to it, some never (measured with EventStoreDB). */
export function validateAppend(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): void {
  demand(partsOfStream(stream) !== undefined, 'the stream has no name of the form <category>-<company id>.<id>');
  // The types say so already; but `undefined` would mean *any* to EventStoreDB.
  demand(
    expected === 'noStream' || (typeof expected === 'bigint' && expected >= 0n && expected < highestRevision),
    'the expected revision is none',
  );
  demand(events.length > 0, 'there is no event');
  demand(events.length <= mostEventsAtOnce, `there are more than ${mostEventsAtOnce} events`);
  demand(new Set(events.map((event) => event.id)).size === events.length, 'two events have the same id');
  events.forEach(validateEvent);
  const size = events.reduce((sum, event) => sum + octets(event), 0);
  demand(size <= largestAppend, `its ${size} octets are more than the ${largestAppend} that one append may have`);
}

function validateEvent(event: EventToAppend): void {
  demand(isUuid(event.id), 'an event id is no UUID');
  demand(
    /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(event.type) && event.type.length <= 100,
    'an event type has not the form <context>.<fact>',
  );
  demand(isObject(parsed(event.data)), 'the data of an event are no JSON object');
  const metadata = parsed(event.metadata);
  demand(
    isObject(metadata) && Object.values(metadata).every((value) => typeof value === 'string'),
    'the metadata of an event are no flat strings',
  );
}

function octets({ type, data, metadata }: EventToAppend): number {
  return Buffer.byteLength(type) + Buffer.byteLength(data) + Buffer.byteLength(metadata);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new EventRefused(`This append can be made nowhere: ${otherwise}.`);
}
