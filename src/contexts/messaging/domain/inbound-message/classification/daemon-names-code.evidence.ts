import { isFromDaemon } from './daemon.js';
import type { Evidence } from './evidence.js';
import { namesFailureCode } from './failure-words.js';

/** A mail daemon that repeats what a server said (92 %). */
export const daemonNamesCode: Evidence = {
  name: 'daemon-names-code',
  proves: 'delivery-report',
  seenIn: ({ mail }) => isFromDaemon(mail) && namesFailureCode(mail),
};
