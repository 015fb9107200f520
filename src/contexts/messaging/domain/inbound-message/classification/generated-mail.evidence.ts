import type { Evidence } from './evidence.js';
import { saysGenerated } from './machine-made.js';

/** Notifications, newsletters, tickets: a machine wrote it, and it answers nothing. */
export const generatedMail: Evidence = {
  name: 'generated-mail',
  proves: 'automatic',
  seenIn: ({ mail }) => saysGenerated(mail),
};
