import type { Aggregate } from '#kernel/aggregate.js';
import type { DomainEvent } from '#kernel/domain-event.js';

/**
 * A command that came with an `Idempotency-Key` is about to begin a stream, or to be carried out as many commands; its id names this one, so
 * that the key has a place whatever its body names.
 */
export type KeyUsed = DomainEvent<
  'KeyUsed',
  {
    /** What it was about to begin; of many commands `batch`, and the id that theirs follow from. */
    readonly category: string;
    readonly id: string;
  }
>;

export type UsedKey = KeyUsed['data'];

export const usedKey: Aggregate<UsedKey, KeyUsed, never> = {
  category: 'used-key',
  create: ({ data }) => data,
  evolve: (key) => key,
};
