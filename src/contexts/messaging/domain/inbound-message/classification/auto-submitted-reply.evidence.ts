import type { Evidence } from './evidence.js';
import { valuesOf } from './header-values.js';

/** RFC 3834. */
export const autoSubmittedReply: Evidence = {
  name: 'auto-submitted-replied',
  proves: 'auto-reply',
  seenIn: ({ mail }) => valuesOf(mail, 'auto-submitted').some((value) => value.startsWith('auto-replied')),
};
