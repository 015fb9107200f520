import type { CreateTableBuilder, Kysely, Transaction } from 'kysely';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Position } from '#kernel/position.js';
import type { Recorded } from '../event-store/recorded.js';

export type { Recorded };

/** Adds the columns, keys and checks of one table. */
export type TableShape = (table: CreateTableBuilder<string>) => CreateTableBuilder<string>;

/** Rows derived from events. The runner commits them together with the checkpoint, so that a replay changes nothing. */
export interface Projection<Tables, Event extends DomainEvent> {
  /** Stored as `<name>_v<version>`; a change of meaning is a new version, filled beside the old one and swapped in. */
  readonly name: string;
  readonly version: number;
  /** Logical names, as `rows` and queries use them; the tables themselves carry the version. */
  readonly tables: { readonly [Table in keyof Tables & string]: TableShape };
  readonly indexes?: readonly { readonly on: keyof Tables & string; readonly columns: readonly string[]; readonly unique?: boolean }[];
  readonly on: {
    readonly [Type in Event['type']]?: (recorded: Recorded<Extract<Event, { type: Type }>>, rows: Transaction<Tables>) => Promise<unknown>;
  };
  /** After `on`, for every event of these categories, handled above or not: a row that serves an ETag takes its revision here. */
  readonly every?: {
    readonly categories: readonly string[];
    then(recorded: Omit<Recorded<unknown>, 'event'>, rows: Transaction<Tables>): Promise<unknown>;
  };
  /** A look-up that decides stops at a poison event and an alarm sounds; a screen passes it by and keeps a dead letter. */
  readonly decides?: true;
}

/** Where a context announces what it derives from events; the runner begins when the application has started. */
export interface Projections {
  register<Tables, Event extends DomainEvent>(projection: Projection<Tables, Event>): ReadModel<Tables>;
}
export const Projections = Symbol('Projections');

/** The read side of one projection. */
export interface ReadModel<Tables> {
  /** Reads the live tables by their logical names, never those being built. */
  readonly rows: Kysely<Tables>;
  /**
   * Answers once the rows have reached `position`. Throws {@link ReadModelBehind} after `timeoutMs` (5,000 unless told), and at once where a look-up
   * that decides has stopped.
   */
  reached(position: Position, timeoutMs?: number): Promise<void>;
  /** Where the rows stand now. */
  checkpoint(): Position | undefined;
}

/** The rows have not reached what was asked for in time; nothing is lost, ask again. HTTP 503 with Retry-After. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
}
