import { isFromDaemon } from './daemon.js';
import type { Evidence } from './evidence.js';
import { answersSomething } from './machine-made.js';

/**
 * A mail daemon's mail that quotes a Message-ID or token of ours: reports in free form (qmail, Exim, Yahoo, GMX, Exchange 2003, ...). Neither
 * the daemon's name nor a null sender proves anything without the quotation. People who happen to write from postmaster@ quote our address with
 * its token too, in an answer; only daemons quote Message-IDs.
 */
export const daemonQuotesOurs: Evidence = {
  name: 'daemon-quotes-ours',
  proves: 'delivery-report',
  seenIn: ({ mail }) =>
    isFromDaemon(mail) && (mail.quoted.outboundMessageIds.length > 0 || (mail.quoted.tokens.length > 0 && !answersSomething(mail))),
};
