import type { Aggregate } from '#kernel/aggregate.js';
import type { MessageRefusedTooLarge } from './events.js';

/** Mail that never became a message: a stream of one event. */
export type RefusedMail = MessageRefusedTooLarge['data'];

export const refusedMail: Aggregate<RefusedMail, MessageRefusedTooLarge, never> = {
  category: 'refused-mail',
  create: ({ data }) => data,
  evolve: (mail) => mail,
};
