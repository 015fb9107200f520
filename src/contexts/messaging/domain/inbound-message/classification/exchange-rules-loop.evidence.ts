import type { Evidence } from './evidence.js';
import { bears } from './header-values.js';

/** Exchange's out of office. `X-Auto-Response-Suppress` alone says only that no automatic answer is wanted; people's mail has it too. */
export const exchangeRulesLoop: Evidence = {
  name: 'exchange-inbox-rules-loop',
  proves: 'auto-reply',
  seenIn: ({ mail }) => bears(mail, 'x-auto-response-suppress') && bears(mail, 'x-ms-exchange-inbox-rules-loop'),
};
