import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Projection, Recorded, TableShape } from './projection.js';

/** An event as far as its stream, revision and metadata tell. */
export type Unopened = Omit<Recorded<unknown>, 'event'>;

/** A projection without its type parameters, as the runner keeps many of them. */
export interface Definition {
  readonly name: string;
  readonly version: number;
  readonly decides: boolean;
  readonly tables: readonly (readonly [logical: string, TableShape])[];
  readonly indexes: readonly { readonly on: string; readonly columns: readonly string[]; readonly unique?: boolean }[];
  /** Domain event types it handles. */
  readonly eventTypes: readonly string[];
  readonly categories: readonly string[];
  handle(recorded: Recorded<DomainEvent>, rows: Transaction<unknown>): Promise<void>;
  every(recorded: Unopened, rows: Transaction<unknown>): Promise<void>;
  /** Takes into rows that were built anew what no event tells, from the rows that they replace: of the same version and shape, by physical name. */
  carryOver?(rows: Kysely<unknown>, tables: { readonly former: string; readonly next: string }): Promise<void>;
}

export function definitionOf<Tables, Event extends DomainEvent>(projection: Projection<Tables, Event>): Definition {
  const { name, version, tables, on, every, indexes = [], decides = false } = projection;
  return {
    name,
    version,
    decides,
    indexes,
    tables: Object.entries<TableShape>(tables),
    eventTypes: Object.keys(on),
    categories: every?.categories ?? [],
    async handle(recorded, rows) {
      if (isOneOf<Event>(on, recorded)) await on[typeOf<Event>(recorded)]?.(recorded, seenAs<Tables>(rows));
    },
    async every(recorded, rows) {
      await every?.then(recorded, seenAs<Tables>(rows));
    },
  };
}

/** Whether there is a handler for the event, which then is of its type: event names are unique in the house, and the decoder made the data. */
export function isOneOf<Event extends DomainEvent>(
  handlers: object,
  recorded: Recorded<DomainEvent>,
): recorded is Recorded<Extract<Event, { type: Event['type'] }>> {
  return Object.hasOwn(handlers, recorded.event.type);
}

export function typeOf<Event extends DomainEvent>({ event }: Recorded<Event>): Event['type'] {
  return event.type;
}

/** The transaction renames the projection's own tables, so these are the tables it holds. */
function seenAs<Tables>(rows: Transaction<unknown>): Transaction<Tables> {
  return rows as Transaction<Tables>;
}

/** Tells when the shape of the tables changed although nobody raised the version. */
export function fingerprintOf({ tables, indexes }: Definition, database: Kysely<unknown>): string {
  const shapes = tables.map(([logical, shape]) => shape(database.schema.createTable(logical)).compile().sql);
  return createHash('sha256')
    .update(JSON.stringify([shapes, indexes]))
    .digest('hex')
    .slice(0, 16);
}
