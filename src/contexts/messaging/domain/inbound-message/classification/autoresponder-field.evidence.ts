import type { Evidence } from './evidence.js';
import { bears, valuesOf } from './header-values.js';

/** What autoresponders without RFC 3834 say of themselves. */
export const autoresponderField: Evidence = {
  name: 'autoresponder-field',
  proves: 'auto-reply',
  seenIn: ({ mail }) =>
    bears(mail, 'x-autoreply') ||
    bears(mail, 'x-autorespond') ||
    bears(mail, 'x-autoresponder') ||
    valuesOf(mail, 'precedence').some((value) => value === 'auto_reply' || value === 'auto-reply'),
};
