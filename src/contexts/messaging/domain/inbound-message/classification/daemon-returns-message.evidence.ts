import { isFromDaemon } from './daemon.js';
import type { Evidence } from './evidence.js';

/** A mail daemon that sends a message back (87 % of bounces, with the quotation of ours): a report in free form, of whatever mail. */
export const daemonReturnsMessage: Evidence = {
  name: 'daemon-returns-message',
  proves: 'delivery-report',
  seenIn: ({ mail }) => isFromDaemon(mail) && mail.returned !== undefined,
};
