import { messageOfOurs } from './message-of-ours.js';
import { nothing, type Rung } from './rung.js';

/** A complaint belongs to the message that it is about. */
export const complaint: Rung = {
  name: 'complaint',

  climb(mail, known) {
    if (mail.kind !== 'complaint') return nothing('no-complaint');
    const sent = messageOfOurs(mail, known);
    return sent === undefined
      ? { found: 'set-aside', as: 'complaint', reason: 'names-no-message-of-ours' }
      : { found: 'filed', as: 'complaint', on: sent };
  },
};
