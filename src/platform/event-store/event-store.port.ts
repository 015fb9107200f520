import type { Position } from '#kernel/position.js';

/** What an append must find: no stream at all, or the last revision exactly. *Any* does not exist. */
export type ExpectedRevision = 'noStream' | bigint;

/** An event as it is handed to the store: encoded once, so that a repeat is byte for byte the first attempt. */
export interface EventToAppend {
  /** UUID; the same bytes under the same id at the same expectation are one event, however often they are appended. */
  readonly id: string;
  /** The stored name, `<context word>.<fact>`. */
  readonly type: string;
  /** JSON object, personal fields sealed. */
  readonly data: string;
  /** JSON object of flat strings, see `metadata.ts`. */
  readonly metadata: string;
}

/** An event as every reader of the store sees it. */
export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  /** Contiguous from 0 in its stream. */
  readonly revision: bigint;
  readonly position: Position;
  readonly recordedAt: Date;
}

export interface Appended {
  readonly revision: bigint;
  readonly position: Position;
}

/** `conflict` is an answer; an outage is an exception, and an outcome that nobody knows is {@link OutcomeUnknown}. */
export type AppendOutcome = ({ readonly ok: true } & Appended) | { readonly ok: false; readonly actual: ExpectedRevision };

/**
 * Which events a reader of the whole log wants: those of any of these types or of any of these categories. Neither: all. The store may
 * filter on its side; checkpoints advance past what is left out.
 */
export interface EventFilter {
  /** Exact stored types. */
  readonly types?: readonly string[];
  /** Stream categories: what stands before the company's id. */
  readonly categories?: readonly string[];
}

export interface ReadStreamOptions {
  /** Inclusive; the first event read. Forwards from the start, backwards from the end, unless told. */
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  /** At most 500, which is also the default: callers page. */
  readonly limit?: number;
}

/** A page of the log. `next` is the checkpoint after everything looked at, matching or not; `end` tells that nothing more was there. */
export interface LogPage {
  readonly events: readonly StoredEvent[];
  readonly next: Position | undefined;
  readonly end: boolean;
}

export type Signal =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Everything up to here was looked at, though nothing of it may have matched. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** All that had been committed when the subscription began, or fell behind, has been delivered. */
  | { readonly kind: 'caught-up' };

export interface EventStore {
  /** The id this store was created with; every position of it begins with it. */
  readonly id: string;

  /**
   * Atomic. Nothing, success or conflict, is answered before it is durable. A repeat of the same ids at the same expectation is
   * answered with the first position. Throws {@link EventRefused} for what no store would take, {@link OutcomeUnknown} where nobody knows.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendOutcome>;

  /** One page of a stream; empty where the stream does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>;

  /** One page of the whole log, in order, strictly after `after`. Throws {@link ForeignPosition}. */
  readAll(after: Position | undefined, filter?: EventFilter, limit?: number): Promise<LogPage>;

  /**
   * Every committed event that matches, exactly once and in order, strictly after `after`, for ever, until `signal` is aborted; then it ends.
   * A slow consumer slows only itself. Throws {@link ForeignPosition}.
   */
  subscribe(after: Position | undefined, filter: EventFilter, signal: AbortSignal): AsyncIterable<Signal>;

  /** Negative, zero or positive as `a` is before, at or after `b`. Throws {@link ForeignPosition} where either is of another store. */
  compare(a: Position, b: Position): number;

  /** A position that no committed event lies behind; `undefined` in an empty store. What stands there may be another program's. */
  head(): Promise<Position | undefined>;

  /** The last committed event; `undefined` in an empty store. */
  last(): Promise<StoredEvent | undefined>;

  /** The event recorded at exactly this position, to tell a restored store from the one a checkpoint was taken of. */
  at(position: Position): Promise<StoredEvent | undefined>;

  close(): Promise<void>;
}
export const EventStore = Symbol('EventStore');

/** The position names another store, or is no position at all; it is refused, never parsed. */
export class ForeignPosition extends Error {
  override readonly name = 'ForeignPosition';
  constructor(position: Position, storeId: string) {
    super(`Position ${JSON.stringify(position.slice(0, 80))} was not made by the event store ${storeId}.`);
  }
}

/** What was to be appended can be appended nowhere: too large, no UUID, no JSON, an empty batch. The caller's fault. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';
}

/** Nobody knows whether the append happened: repeat it with the same bytes at the same expectation. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store cannot be reached now, and nothing was done. The message is a sentence for the operator, without addresses or secrets. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}
