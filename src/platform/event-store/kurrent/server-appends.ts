import { type EventData, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import {
  type AppendOutcome,
  EventRefused,
  type EventToAppend,
  type ExpectedRevision,
  OutcomeUnknown,
  StoreUnreachable,
} from '../event-store.port.js';
import { validateAppend } from '../validate-append.js';
import type { Connection } from './connection.js';
import type { LogPositions } from './log-positions.js';
import { meaningOf } from './server-errors.js';

/** All writing to a server. */
export class ServerAppends {
  constructor(
    private readonly connection: Connection,
    private readonly positions: LogPositions,
  ) {}

  /** One try. Who repeats it after {@link OutcomeUnknown} sends the same bytes at the same revision: by that the server knows it again. */
  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    // Before the client sees it: some mistakes it answers never, others reject every append in flight.
    validateAppend(stream, expected, events);
    const expectedRevision = expected === 'noStream' ? NO_STREAM : expected;
    const { client, names, patience } = this.connection;
    const append = () =>
      client.appendToStream(names.onServer(stream), events.map(eventData), { expectedRevision, deadline: patience.callMs });
    try {
      const { nextExpectedRevision, position } = await this.connection.call(append);
      if (position === undefined) throw new OutcomeUnknown('The event store answered an append without its position.');
      return { ok: true, revision: nextExpectedRevision, position: this.positions.at(position) };
    } catch (error) {
      return outcomeAfter(error);
    }
  }
}

function outcomeAfter(error: unknown): AppendOutcome {
  if (error instanceof StoreUnreachable || error instanceof OutcomeUnknown) throw error;
  const meaning = meaningOf(error);
  switch (meaning.kind) {
    case 'conflict':
      return { ok: false, actual: meaning.actual };
    case 'refused':
      throw new EventRefused(meaning.why);
    case 'denied':
      throw new StoreUnreachable(meaning.why);
    case 'no-such-stream':
    case 'no-such-position':
      throw new OutcomeUnknown('The event store gave an answer that does not belong to an append.');
    case 'unknown':
      throw new OutcomeUnknown(meaning.why);
  }
}

/** The client wants JSON as objects and writes them as they were: what the house encodes comes out of JSON.stringify. */
function eventData({ id, type, data, metadata }: EventToAppend): EventData {
  return jsonEvent({ id, type, data: objectOf(data), metadata: objectOf(metadata) });
}

function objectOf(json: string): Record<string, unknown> {
  const read: unknown = JSON.parse(json);
  if (!isObject(read)) throw new EventRefused('This append can be made nowhere: its data are no JSON object.');
  return read;
}

function isObject(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null;
}
