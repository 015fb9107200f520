import type { Evidence } from './evidence.js';

/** IANA's registry of feedback types, those in which somebody complains about the mail itself. */
const complaints = new Set(['abuse', 'fraud', 'virus']);

/** RFC 5965. `auth-failure`, `opt-out`, `not-spam`, `dmarc` are reports too, but nobody complains in them. */
export const abuseFeedback: Evidence = {
  name: 'abuse-feedback-report',
  proves: 'complaint',
  seenIn: ({ mail }) => complaints.has(mail.feedbackType ?? ''),
};
