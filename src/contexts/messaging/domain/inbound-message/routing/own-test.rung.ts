import { nothing, type Rung } from './rung.js';

/** A test mail of ours tells the mailbox that it came back, and says nothing to anybody. */
export const ownTest: Rung = {
  name: 'own-test',
  climb: ({ kind }) =>
    kind === 'own-test' ? { found: 'set-aside', as: 'own-test', reason: 'test-mail-came-back' } : nothing('no-test-of-ours'),
};
