import type { RefusalText } from '#platform/http/refusals.js';

export const routingRefusals = {
  'not-routed-yet': {
    status: 409,
    title: 'Not routed yet',
    detail: 'The message has just arrived and is still being sorted. Try again in a moment.',
  },
  'assigned-already': {
    status: 409,
    title: 'Assigned already',
    detail: 'The message is with candidate {candidateId}. Reassign it, or undo the assignment first.',
  },
  'not-assigned': { status: 409, title: 'Not assigned', detail: 'The message is with no candidate.' },
  'message-expired': { status: 410, title: 'Message expired', detail: 'The message was not assigned in time and has been deleted.' },
  erased: { status: 410, title: 'Erased', detail: 'What the message said was deleted for good.' },
  'filed-on-a-message': {
    status: 409,
    title: 'Filed on a sent message',
    detail: 'The message is a report about the sent message {outboundMessageId}. It can be assigned, but not dismissed.',
  },
  'no-single-sender': {
    status: 422,
    title: 'No single sender',
    detail: 'The message names several senders or none, so there is no one address to take.',
  },
  'sender-without-name': { status: 422, title: 'Name missing', detail: 'The sender gives no name. Say how the candidate is called.' },
  'candidate-unknown': { status: 422, title: 'Candidate unknown', detail: 'The company has no such candidate.' },
  'application-unknown': { status: 422, title: 'Application unknown', detail: 'The candidate has no such application.' },
  'no-expiry-to-confirm': { status: 409, title: 'Nothing to confirm', detail: 'The message does not wait for a word about its deletion.' },
  'marked-new-too-often': {
    status: 409,
    title: 'Marked new too often',
    detail: 'A message can be marked as new {most} times. It can still be opened.',
  },
  'not-readable': {
    status: 409,
    title: 'Not readable',
    detail: 'The content of the message could not be read ({why}). The raw mail can be downloaded.',
  },
  busy: { status: 503, title: 'Busy', detail: 'Many attachments are being read at this moment. Try again in a moment.' },
  'no-html': { status: 404, title: 'No HTML', detail: 'The message has no HTML part; read its text.' },
} as const satisfies Readonly<Record<string, RefusalText>>;
