import type { RefusalText } from '../refusals.js';

/** What the pipeline of HTTP itself refuses, and what every command can be refused with. */
export const edgeRefusals = {
  'token-missing': {
    status: 401,
    title: 'No token',
    detail: 'Send a bearer token in the header Authorization.',
  },
  'token-invalid': {
    status: 401,
    title: 'Token not accepted',
    detail: 'The token is expired, was not made for this service, or its signature does not fit.',
  },
  'scope-missing': {
    status: 403,
    title: 'Not allowed',
    detail: 'The token lacks what this needs: {needed}.',
  },
  'whole-company-only': {
    status: 403,
    title: 'Not allowed',
    detail: 'This concerns the whole company; the token is limited to subsidiaries.',
  },
  'platform-token-needed': {
    status: 403,
    title: 'Not allowed',
    detail: 'This is asked of the whole platform: the token must be for the company `*`.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing under this id in this company, or the token is for another company.',
  },
  'no-such-route': { status: 404, title: 'No such route', detail: 'Nothing is served under this path with this method; see /api/v1/docs.' },
  'input-invalid': {
    status: 400,
    title: 'Input not valid',
    detail: 'Some fields do not have the form that is wanted; `errors` names each.',
  },
  'malformed-request': { status: 400, title: 'Not readable', detail: 'The request could not be read: its body must be well-formed JSON.' },
  'body-too-large': { status: 413, title: 'Too large', detail: 'The body of the request is larger than this service takes.' },
  'uri-too-long': { status: 414, title: 'Too long', detail: 'The path of the request is longer than this service takes.' },
  'media-type-unsupported': {
    status: 415,
    title: 'Media type not supported',
    detail: 'Send the body as application/json, said in one header Content-Type.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'Idempotency-Key missing',
    detail: 'What sends mail must carry the header Idempotency-Key, so that a repeat does not send twice.',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'Idempotency-Key not valid',
    detail: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
  },
  'if-match-invalid': {
    status: 400,
    title: 'If-Match not valid',
    detail: 'If-Match must be one ETag as this service answered it, such as "3".',
  },
  'on-behalf-of-invalid': {
    status: 400,
    title: 'On-behalf-of not valid',
    detail: 'Poststelle-On-Behalf-Of must be the id of one employee.',
  },
  'still-running': {
    status: 409,
    title: 'Still running',
    detail: 'The same command under the same Idempotency-Key is still at work: repeat it in a moment to have its answer.',
  },
  'key-used-before': {
    status: 422,
    title: 'Idempotency-Key used before',
    detail: 'This Idempotency-Key was used with another body. Take a new key for a new command.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'Changed meanwhile',
    detail: 'It was changed since you read it: read it again and decide anew. (409 where no If-Match was sent.)',
  },
  'exists-already': { status: 409, title: 'Exists already', detail: 'There is one already under this name or id.' },
  'cursor-invalid': {
    status: 400,
    title: 'Cursor not valid',
    detail: 'The cursor was not made by this service for this list with these filters: begin with the first page.',
  },
  'position-unknown': {
    status: 400,
    title: 'Position unknown',
    detail: 'waitFor must be a position that a command of this service answered.',
  },
  'read-model-behind': {
    status: 503,
    title: 'Not seen yet',
    detail: 'What was asked for has not reached the read model in time. Nothing is lost: ask again.',
  },
  'outcome-unknown': {
    status: 503,
    title: 'Outcome unknown',
    detail: 'Nobody knows yet whether the command was carried out. Repeat it with the same Idempotency-Key: it is done once.',
  },
  'event-store-unreachable': {
    status: 503,
    title: 'Event store not reachable',
    detail: 'The events could not be read, and nothing was done. Ask again in a moment; /readyz tells what is wrong.',
  },
  'issuer-unreachable': {
    status: 503,
    title: 'Issuer not reachable',
    detail: "The keys of the token's issuer could not be read. Ask again in a moment.",
  },
  'too-many-requests': { status: 429, title: 'Too many requests', detail: 'Wait {retryAfter} seconds, then go on more slowly.' },
  'internal-error': {
    status: 500,
    title: 'Fault of the service',
    detail: 'Something went wrong here. The correlation id finds it in the log. A command may be repeated with the same Idempotency-Key.',
  },
} satisfies Readonly<Record<string, RefusalText>>;

export type EdgeReason = keyof typeof edgeRefusals;
