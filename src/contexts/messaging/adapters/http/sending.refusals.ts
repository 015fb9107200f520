import type { RefusalText } from '#platform/http/refusals.js';

/** Why a message is not sent, not changed or not shown. */
export const sendingRefusals = {
  'subject-missing': { status: 422, title: 'Subject missing', detail: 'A message needs a subject.' },
  'subject-too-long': { status: 422, title: 'Subject too long', detail: 'A subject has at most {limit} characters.' },
  'subject-has-control-characters': {
    status: 422,
    title: 'Subject is not one line',
    detail: 'A subject is one line without control characters.',
  },
  'content-missing': { status: 422, title: 'Nothing to say', detail: 'Give text, html or both.' },
  'too-many-attachments': { status: 422, title: 'Too many attachments', detail: 'A message has at most {limit} attachments.' },
  'attachment-name-invalid': {
    status: 422,
    title: 'Attachment name not valid',
    detail: 'A file name has 1 to 200 characters, no slash and no control character.',
  },
  'attachment-type-invalid': {
    status: 422,
    title: 'Media type not valid',
    detail: 'Give a media type such as application/pdf, without parameters.',
  },
  'message-too-large': {
    status: 413,
    title: 'Message too large',
    detail: 'The mail would have {size} octets; the limit is {limit}. Nothing was queued.',
  },
  'candidate-erased': { status: 410, title: 'Candidate erased', detail: 'Nothing of this person is left to write to.' },
  'candidate-has-no-address': { status: 422, title: 'No address', detail: 'Add an address to the candidate first.' },
  'address-not-the-candidates': {
    status: 422,
    title: 'Not an address of the candidate',
    detail: 'Mail goes only to addresses of the candidate’s own. Add it to the candidate first.',
  },
  'application-not-the-candidates': {
    status: 422,
    title: 'Not an application of the candidate',
    detail: 'The candidate has no such application.',
  },
  'answered-message-unknown': { status: 422, title: 'Answered message unknown', detail: 'There is no such received message.' },
  'answered-message-not-the-candidates': {
    status: 422,
    title: 'Not a message of the candidate',
    detail: 'Only a message that lies with the candidate can be answered. Assign it first.',
  },
  'never-answers-automatic-mail': {
    status: 422,
    title: 'Automatic mail is not answered automatically',
    detail: 'No person wrote the message, so no automatic mail answers it: two machines would write to each other for ever (RFC 3834).',
  },
  'answered-automatically-before': {
    status: 409,
    title: 'Answered automatically before',
    detail: 'An address gets one automatic answer in 7 days; the next may go at {again}.',
  },
  'mailbox-not-ready': {
    status: 503,
    title: 'Mailbox not ready',
    detail: 'The company’s mailbox is still being made. Ask again in a moment.',
  },
  'message-is-on-its-way': { status: 409, title: 'On its way', detail: 'The message is {state}: it goes by itself.' },
  'message-failed-resend-it': { status: 409, title: 'Failed', detail: 'The message is {state}. Resend it to a corrected address.' },
  'message-ended': { status: 409, title: 'Ended', detail: 'The message is {state}: nothing more can be done with it.' },
  'message-is-not-uncertain': { status: 409, title: 'Not uncertain', detail: 'The message is {state}: there is nothing to confirm.' },
  'message-has-not-failed': { status: 409, title: 'Has not failed', detail: 'The message is {state}: only what failed is resent.' },
  'message-may-have-left': {
    status: 409,
    title: 'May have left',
    detail: 'Nobody knows whether it left, so it cannot be taken back. Say confirm-delivered or send-again.',
  },
  'delivery-under-way': {
    status: 409,
    title: 'Being handed over',
    detail: 'The message is being handed over right now. Look again in a moment.',
  },
  'message-erased': { status: 410, title: 'Erased', detail: 'Nothing of what the message said is left.' },
  'address-not-corrected': {
    status: 422,
    title: 'Same address',
    detail: 'The message went to this address already. Give the corrected one.',
  },
  'address-not-marked': { status: 409, title: 'Not marked', detail: 'Nothing that this message came back with marks its address.' },
  'not-composed-yet': { status: 409, title: 'Not composed yet', detail: 'A mail is composed when it first leaves. Nothing has left yet.' },
} as const satisfies Readonly<Record<string, RefusalText>>;
