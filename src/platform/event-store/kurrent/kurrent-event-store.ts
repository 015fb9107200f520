import type { Position } from '#kernel/position.js';
import type { EventStoreServer } from '#platform/config/event-store-server.js';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import {
  type AppendOutcome,
  type EventFilter,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type LogPage,
  type ReadStreamOptions,
  type Signal,
  type StoredEvent,
  StoreUnreachable,
} from '../event-store.port.js';
import { Connection } from './connection.js';
import { followServer } from './follow-server.js';
import type { LogPositions } from './log-positions.js';
import { openClient } from './open-client.js';
import { type Patience, usualPatience } from './patience.js';
import { ServerAppends } from './server-appends.js';
import { meaningOf } from './server-errors.js';
import { ServerLog } from './server-log.js';
import { ServerNames } from './server-names.js';
import { findIdentity, makeIdentity } from './store-identity.js';

/** Events in an EventStoreDB or KurrentDB. One in a process: its client keeps the pending appends of all clients in one table. */
export class KurrentEventStore implements EventStore {
  readonly id: string;
  private readonly log: ServerLog;
  private readonly appends: ServerAppends;

  private constructor(
    private readonly connection: Connection,
    private readonly positions: LogPositions,
  ) {
    this.id = positions.storeId;
    this.log = new ServerLog(connection, positions);
    this.appends = new ServerAppends(connection, positions);
  }

  /** One try, within seconds. Throws {@link StoreUnreachable} where there is no such server now, `CannotStart` where there never will be. */
  static async open(server: EventStoreServer, patience = usualPatience): Promise<KurrentEventStore> {
    const store = await KurrentEventStore.connected(server, patience, makeIdentity);
    if (store === undefined) throw new Error('A store that was made has an identity.');
    return store;
  }

  /** As {@link open}, but makes nothing: `undefined` where the service has never used the server. */
  static openUsed(server: EventStoreServer, patience = usualPatience): Promise<KurrentEventStore | undefined> {
    return KurrentEventStore.connected(server, patience, findIdentity);
  }

  private static async connected(
    server: EventStoreServer,
    patience: Patience,
    identify: typeof findIdentity,
  ): Promise<KurrentEventStore | undefined> {
    const connection = new Connection(await openClient(server), patience, new ServerNames(server.namespace));
    try {
      const positions = await identify(connection);
      if (positions !== undefined) return new KurrentEventStore(connection, positions);
      await connection.close();
      return undefined;
    } catch (error) {
      await connection.close();
      if (error instanceof CannotStart) throw error;
      const meaning = meaningOf(error);
      throw 'why' in meaning ? new StoreUnreachable(meaning.why) : error;
    }
  }

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendOutcome> {
    return this.appends.append(stream, expected, events);
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    return this.log.readStream(stream, options);
  }

  readAll(after: Position | undefined, filter?: EventFilter, limit?: number): Promise<LogPage> {
    return this.log.readAll(after, filter, limit);
  }

  subscribe(after: Position | undefined, filter: EventFilter, signal: AbortSignal): AsyncIterable<Signal> {
    return followServer(this.connection, this.positions, after, filter, signal);
  }

  compare(a: Position, b: Position): number {
    return this.positions.compare(a, b);
  }

  head(): Promise<Position | undefined> {
    return this.log.head();
  }

  last(): Promise<StoredEvent | undefined> {
    return this.log.last();
  }

  at(position: Position): Promise<StoredEvent | undefined> {
    return this.log.at(position);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
