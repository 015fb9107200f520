import type { Evidence } from './evidence.js';
import { bears } from './header-values.js';

/** Exim, Gmail and Google Groups write it, most of them without a delivery-status part. */
export const failedRecipients: Evidence = {
  name: 'x-failed-recipients',
  proves: 'delivery-report',
  seenIn: ({ mail }) => bears(mail, 'x-failed-recipients'),
};
