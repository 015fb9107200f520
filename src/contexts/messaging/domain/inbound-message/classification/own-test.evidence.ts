import type { Evidence } from './evidence.js';

/** A test mail of ours that came back, over the redirect that it tests or over somebody's forwarding. */
export const ownTest: Evidence = {
  name: 'own-test',
  proves: 'own-test',
  seenIn: ({ testId }) => testId !== undefined,
};
