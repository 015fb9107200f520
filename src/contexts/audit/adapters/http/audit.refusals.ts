import type { RefusalText } from '#platform/http/refusals.js';

export const auditRefusals = {
  'no-such-history': {
    status: 404,
    title: 'No such history',
    detail: 'There are histories of mailboxes, received-messages, sent-messages, candidates, companies and employees.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
