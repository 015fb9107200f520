import type { Evidence } from './evidence.js';

/** Read receipts (RFC 8098) and feedback that is no complaint. */
export const otherReport: Evidence = {
  name: 'other-report',
  proves: 'automatic',
  seenIn: ({ mail }) => mail.feedbackType !== undefined || mail.contentType === 'multipart/report',
};
