import { messageOfOurs } from './message-of-ours.js';
import { nothing, type Rung } from './rung.js';

/** S15: an out-of-office that answers a mail of ours is seen in the conversation, is no answer, and is answered by nobody. */
export const autoReply: Rung = {
  name: 'auto-reply',

  climb(mail, known) {
    if (mail.kind !== 'auto-reply') return nothing('no-auto-reply');
    const sent = messageOfOurs(mail, known);
    return sent === undefined
      ? { found: 'set-aside', as: 'auto-reply', reason: 'answers-no-message-of-ours' }
      : { found: 'filed', as: 'auto-reply', on: sent };
  },
};
