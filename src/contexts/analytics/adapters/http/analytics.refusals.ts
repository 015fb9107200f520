import type { RefusalText } from '#platform/http/refusals.js';

export const analyticsRefusals = {
  'no-such-day': { status: 400, title: 'No such day', detail: 'The calendar has no such day. Give days such as 2026-03-01.' },
  'days-in-reverse': { status: 400, title: 'Days in reverse', detail: 'The last day lies before the first.' },
  'too-many-days': { status: 400, title: 'Too many days', detail: 'Ask for at most {most} days at once.' },
} as const satisfies Readonly<Record<string, RefusalText>>;
