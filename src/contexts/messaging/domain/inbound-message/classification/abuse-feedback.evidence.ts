import type { Evidence } from './evidence.js';

/** RFC 5965. `auth-failure`, `opt-out`, `not-spam`, `dmarc` are reports too, but nobody complains in them. */
export const abuseFeedback: Evidence = {
  name: 'abuse-feedback-report',
  proves: 'complaint',
  seenIn: ({ mail }) => mail.feedbackType === 'abuse',
};
