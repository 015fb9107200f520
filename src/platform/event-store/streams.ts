import type { Aggregate } from '#kernel/aggregate.js';
import type { Decision } from '#kernel/decision.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Codecs } from './codec.js';

/** Who asks for what, in which company; it becomes the metadata of every event that follows. */
export interface Cause {
  readonly companyId: string;
  /** Keyed HMAC of issuer and subject, or `service` where nobody asked. */
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  /** HMAC of the command's body: the same command id with another one is `key-used-before` (422). */
  readonly bodyDigest: string;
  /** What `If-Match` asked for. */
  readonly expectedRevision?: bigint;
  /** Subsidiaries that the asker's token is limited to; absent: none. What belongs to none of them is not found. */
  readonly subsidiaries?: readonly string[];
  /** The company whose streams remember the caller's `Idempotency-Key`; absent where there was none. */
  readonly keyOf?: string;
}

/** What every command can be refused with, whatever its rule says. */
export type Common = 'not-found' | 'changed-meanwhile' | 'key-used-before';

/** Go on, or the answer to give now: refused, not found in this company, or already done under this command id. */
export type Asked<Found, Reason extends string> =
  { readonly go: true; readonly found: Found } | { readonly go: false; readonly answer: Outcome<Receipt, Reason | Common> };

/** A stream as it stands. */
export interface Loaded<State, Event = DomainEvent> {
  readonly state: State;
  readonly receipt: Receipt;
  readonly events: readonly Event[];
}

/**
 * The streams of one aggregate, named `<category>-<companyId>.<id>`. The company comes from the cause alone: what belongs to another
 * one is not found.
 */
export interface Streams<State, First, Later> {
  /**
   * Begins a stream that must not exist yet. The same command id is answered as the first time, another one with `exists-already`. Where
   * the cause has a key that is used first: the same key with another body begins nothing, whichever stream that body names.
   */
  begin(id: string, cause: Cause, first: First, ...later: readonly Later[]): Promise<Outcome<Receipt, Common | 'exists-already'>>;

  /** What `begin` would answer without beginning anything, for a command with something to do before; `undefined` where it may begin. */
  begunBefore(id: string, cause: Cause): Promise<Outcome<Receipt, 'key-used-before' | 'exists-already'> | undefined>;

  /** Asks a rule without writing, for a command that must touch the world before it can be decided. */
  ask<Found, Reason extends string>(
    id: string,
    cause: Cause,
    rule: (state: State) => Outcome<Found, Reason>,
  ): Promise<Asked<Found, Reason>>;

  /** Reads, decides, appends at the revision that was read; on a conflict reads and decides again. A decision of no events is answered with where the stream stands. */
  decide<Reason extends string>(
    id: string,
    cause: Cause,
    rule: (state: State) => Decision<Later, Reason>,
  ): Promise<Outcome<Receipt, Reason | Common>>;

  /** The stream as it stands in that company, without deciding anything; `undefined` where there is none. */
  load(companyId: string, id: string): Promise<Loaded<State, First | Later> | undefined>;
}

/** Makes the streams of an aggregate over the event store, its codecs and the data keys. */
export interface StreamsFactory {
  of<State, First extends DomainEvent, Later extends DomainEvent>(
    aggregate: Aggregate<State, First, Later>,
    codecs: Codecs<First | Later>,
  ): Streams<State, First, Later>;

  /**
   * Uses the cause's key for a command that is many, before the first of them: with another body it is `key-used-before`, and none is
   * carried out. `about` says what the key was used for.
   */
  useKey(cause: Cause, about: { readonly category: string; readonly id: string }): Promise<Outcome<unknown, Common | 'exists-already'>>;
}
export const StreamsFactory = Symbol('StreamsFactory');
