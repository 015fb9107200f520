import type { RefusalText } from '#platform/http/refusals.js';

/** Reasons that other contexts have too are told in the same words there. */
export const candidatesRefusals = {
  'name-missing': { status: 422, title: 'Name missing', detail: 'A name needs at least one visible character.' },
  'address-malformed': { status: 422, title: 'Not an address', detail: 'Give plain e-mail addresses, such as anna@example.com.' },
  'too-many-addresses': { status: 422, title: 'Too many addresses', detail: 'A person has at most {most} addresses.' },
  'address-not-found': { status: 404, title: 'Address not found', detail: 'The candidate has no such address.' },
  'job-missing': { status: 422, title: 'Job missing', detail: 'An application names the job applied for.' },
  'too-many-applications': { status: 422, title: 'Too many applications', detail: 'A candidate has at most {most} applications.' },
  'application-not-found': { status: 404, title: 'Application not found', detail: 'The candidate has no such application.' },
  'application-not-open': {
    status: 409,
    title: 'Application not open',
    detail: 'The application is {standing} already. Reopen it first, or open a new one.',
  },
  'subsidiary-needed': {
    status: 422,
    title: 'Subsidiary needed',
    detail: 'The token is limited to subsidiaries: name the one among them that the application is at.',
  },
  'twice-in-batch': {
    status: 422,
    title: 'Twice in one batch',
    detail: 'The batch names {externalId} more than once; only the first counts.',
  },
  'external-id-taken': {
    status: 409,
    title: 'External id taken',
    detail: 'This externalId names {id} already. Use that one, or another externalId.',
  },
  'external-id-in-use': {
    status: 409,
    title: 'External id in use',
    detail: 'This externalId is in use in the company already. Take another one.',
  },
  'external-id-busy': {
    status: 409,
    title: 'External id busy',
    detail: 'Another command is about to use this externalId. Repeat yours in a moment; where that one was cut off, after ten minutes.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
