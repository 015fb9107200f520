import { nothing, type Rung } from './rung.js';

/** What a machine sent of its own accord waits under a filter of messages to assign. */
export const automaticMail: Rung = {
  name: 'automatic-mail',
  climb: ({ kind }) =>
    kind === 'automatic' ? { found: 'set-aside', as: 'automatic', reason: 'sent-by-a-machine' } : nothing('not-automatic'),
};
