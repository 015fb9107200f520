import { isFromDaemon } from './daemon.js';
import type { Evidence } from './evidence.js';
import { saysFailed } from './failure-words.js';

/** A mail daemon that says in its own words that mail did not arrive (97 %). Challenge and response services ask for something instead. */
export const daemonSaysFailed: Evidence = {
  name: 'daemon-says-failed',
  proves: 'delivery-report',
  seenIn: ({ mail }) => isFromDaemon(mail) && saysFailed(mail),
};
