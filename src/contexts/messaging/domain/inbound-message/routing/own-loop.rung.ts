import { nothing, type Rung } from './rung.js';

/** Mail of ours that came back to us: it says nothing new, and answering it would never end. */
export const ownLoop: Rung = {
  name: 'own-loop',
  climb: ({ kind }) =>
    kind === 'own-loop' ? { found: 'set-aside', as: 'own-loop', reason: 'own-mail-came-back' } : nothing('not-our-own-mail'),
};
