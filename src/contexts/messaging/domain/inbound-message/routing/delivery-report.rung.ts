import { messageOfOurs } from './message-of-ours.js';
import { nothing, type Rung } from './rung.js';

/** S17, S18: a report belongs to the message that it is about; one that only speaks of a delay is no bounce. */
export const deliveryReport: Rung = {
  name: 'delivery-report',

  climb(mail, known) {
    if (mail.kind !== 'delivery-report') return nothing('no-delivery-report');
    const sent = messageOfOurs(mail, known);
    if (sent === undefined) return { found: 'set-aside', as: 'delivery-report', reason: 'names-no-message-of-ours' };
    // Free-form reports say nothing that can be read by machine, and nearly always tell of a failure.
    return { found: 'filed', on: sent, ...(mail.report ?? { as: 'bounce' }) };
  },
};
