import type { RefusalText } from '#platform/http/refusals.js';

export const organisationRefusals = {
  'slug-malformed': {
    status: 422,
    title: 'Slug not usable',
    detail: 'A slug has 1 to 28 lower-case letters and digits, with single hyphens inside.',
  },
  'slug-reserved': { status: 422, title: 'Slug reserved', detail: 'This slug belongs to the operator of the service. Choose another one.' },
  'slug-taken': { status: 409, title: 'Slug taken', detail: 'Another company has this slug. Choose another one.' },
  'name-missing': { status: 422, title: 'Name missing', detail: 'A name needs at least one visible character.' },
  'language-unknown': { status: 422, title: 'Language unknown', detail: '{language} is no language tag of BCP 47, such as de or en-GB.' },
  'language-missing': { status: 422, title: 'Language missing', detail: 'Name at least one language.' },
  'time-zone-unknown': { status: 422, title: 'Time zone unknown', detail: '{timeZone} is no time zone of IANA, such as Europe/Berlin.' },
  'external-id-taken': {
    status: 409,
    title: 'External id taken',
    detail: 'This externalId names {id} already. Use that one, or another externalId.',
  },
  'too-many-subsidiaries': { status: 422, title: 'Too many subsidiaries', detail: 'A company has at most {most} subsidiaries.' },
  'tag-malformed': {
    status: 422,
    title: 'Tag not usable',
    detail: 'A tag has 1 to 30 lower-case letters and digits, with single hyphens inside.',
  },
  'tag-looks-like-a-token': {
    status: 422,
    title: 'Tag not usable',
    detail: 'A tag of 16 characters of a-z and 2-7 could be taken for a reply token. Choose a shorter or longer one.',
  },
  'tag-taken': {
    status: 409,
    title: 'Tag taken',
    detail: 'Another subsidiary of the company has the tag {tag}, or had it when it was closed.',
  },
  'subsidiary-not-found': { status: 404, title: 'Subsidiary not found', detail: 'The company has no such subsidiary.' },
  'subsidiary-closed': { status: 409, title: 'Subsidiary closed', detail: 'The subsidiary is closed.' },
  'employee-left': { status: 409, title: 'Employee left', detail: 'The person has left the company; nothing is changed any more.' },
  'address-malformed': { status: 422, title: 'Not an address', detail: 'Give plain e-mail addresses, such as anna@example.com.' },
  'too-many-addresses': { status: 422, title: 'Too many addresses', detail: 'A person has at most {most} addresses.' },
} as const satisfies Readonly<Record<string, RefusalText>>;
