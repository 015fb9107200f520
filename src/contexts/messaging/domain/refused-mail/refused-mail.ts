import type { Aggregate } from '#kernel/aggregate.js';
import type { MessageRefusedTooLarge } from './events.js';

/** Mail that never became a message: a stream of one event. */
export interface RefusedMail {
  readonly size: number;
  readonly limit: number;
}

export const refusedMail: Aggregate<RefusedMail, MessageRefusedTooLarge, never> = {
  category: 'refused-mail',
  create: ({ data: { size, limit } }) => ({ size, limit }),
  evolve: (mail) => mail,
};
