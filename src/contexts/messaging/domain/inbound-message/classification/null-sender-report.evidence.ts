import type { Evidence } from './evidence.js';
import { looksForwarded } from './forward-prefix.js';
import { namesFailureCode, saysFailed } from './failure-words.js';

/**
 * The null sender with the evidence of a daemon (98 % of bounces). A third of auto-replies have the null sender too, and so has what web forms
 * send: so it takes two pieces, and stands behind everything that tells an automatic answer.
 */
export const nullSenderReport: Evidence = {
  name: 'null-sender-report',
  proves: 'delivery-report',
  seenIn: ({ mail, envelopeSender }) => {
    // A person who forwards a report asks what it means; no daemon forwards.
    if (envelopeSender !== '' || mail.forwarded !== undefined || looksForwarded(mail.subject)) return false;
    const pieces = [mail.returned !== undefined, namesFailureCode(mail), saysFailed(mail)];
    return pieces.filter((piece) => piece).length >= 2;
  },
};
