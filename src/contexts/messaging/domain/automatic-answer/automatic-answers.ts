import type { Aggregate } from '#kernel/aggregate.js';
import type { DomainEvent } from '#kernel/domain-event.js';

/** One automatic answer to one address; `at` in UTC, ISO 8601. */
export type AutomaticAnswerGiven = DomainEvent<'AutomaticAnswerGiven', { readonly outboundMessageId: string; readonly at: string }>;

/** What was answered automatically to one address of one company; its stream is named by the address's HMAC. */
export interface AutomaticAnswers {
  readonly last: AutomaticAnswerGiven['data'];
}

export const automaticAnswers: Aggregate<AutomaticAnswers, AutomaticAnswerGiven, AutomaticAnswerGiven> = {
  category: 'automatic-answer',
  create: ({ data }) => ({ last: data }),
  evolve: (_, { data }) => ({ last: data }),
};
