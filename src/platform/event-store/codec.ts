import type { DomainEvent } from '#kernel/domain-event.js';

/** Joins an event and its stored form. `read` has one reader per version that was ever released, oldest first. */
export interface Codec<Data> {
  readonly storedAs: `${string}.${string}`;
  write(data: Data): object;
  readonly read: readonly ((stored: never) => Data)[];
}

export function codec<Data, Stored extends object>(
  storedAs: Codec<Data>['storedAs'],
  now: { write(data: Data): Stored; read(stored: Stored): Data },
  ...older: readonly ((stored: never) => Data)[]
): Codec<Data> {
  return { storedAs, write: (data) => now.write(data), read: [...older, (stored: never) => now.read(stored)] };
}

/** One codec for each event of an aggregate: a forgotten one does not compile. */
export type Codecs<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Codec<Extract<Event, { type: Type }>['data']>;
};
