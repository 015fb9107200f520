import type { Attachment } from 'mailparser';
import type { HeaderField, Mail } from '#contexts/messaging/domain/inbound-message/mail.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';
import { decodedText } from '#contexts/messaging/adapters/parsing/decoded-text.js';
import { deliveryReportIn } from '#contexts/messaging/adapters/parsing/delivery-status.js';
import { forwardedBlock, forwardedWhole } from '#contexts/messaging/adapters/parsing/forwarded-block.js';
import { boundedFields, everyValue, fieldsOf } from '#contexts/messaging/adapters/parsing/header-fields.js';
import { messageIdsIn, newestFirst } from '#contexts/messaging/adapters/parsing/message-ids.js';
import { personsIn } from '#contexts/messaging/adapters/parsing/persons.js';
import { returnedMessageBelow, returnedMessageIn } from '#contexts/messaging/adapters/parsing/returned-message.js';
import { marksQuoted } from '#contexts/messaging/adapters/parsing/searched-for-marks.js';

interface Parts {
  readonly fields: readonly HeaderField[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly subject: string | undefined;
}

/** The facts that classifier and ladder decide on, out of header and parts. */
export function mailFacts({ fields, text, html, attachments, subject }: Parts, domains: readonly string[]): Mail {
  const headers = boundedFields(fields);
  const told = (subject ?? everyValue(headers, 'subject')[0] ?? '').slice(0, bounds.subject);
  const reports = reportsIn(attachments, text);
  const forwarded = forwardedBlock(text, told) ?? forwardedWhole(told, reports.returned);
  return {
    ...threadOf(fields),
    ...personsOf(headers),
    ...dateOf(headers),
    ...typeOf(headers),
    ...reports,
    subject: told,
    headers,
    text,
    ...(forwarded !== undefined && { forwarded }),
    quoted: marksQuoted([text, html], attachments, domains),
  };
}

function threadOf(fields: readonly HeaderField[]): Pick<Mail, 'messageId' | 'inReplyTo' | 'references'> {
  const messageId = everyValue(fields, 'message-id').flatMap(messageIdsIn)[0];
  return {
    ...(messageId !== undefined && { messageId }),
    inReplyTo: newestFirst(everyValue(fields, 'in-reply-to')),
    references: newestFirst(everyValue(fields, 'references')),
  };
}

function personsOf(headers: readonly HeaderField[]) {
  const named = (...names: readonly string[]) => personsIn(everyValue(headers, ...names));
  return {
    from: named('from'),
    to: named('to'),
    cc: named('cc'),
    replyTo: named('reply-to'),
    deliveredTo: named('delivered-to', 'x-original-to', 'envelope-to'),
    // Gmail's X-Forwarded-For has its addresses apart by spaces: who forwards, then where to.
    forwardedTo: [
      ...named('x-forwarded-to'),
      ...personsIn(everyValue(headers, 'x-forwarded-for').flatMap((value) => value.split(/[\s,]+/u))),
    ],
  };
}

function dateOf(headers: readonly HeaderField[]): Pick<Mail, 'claimedDate'> {
  const claimed = new Date(everyValue(headers, 'date')[0] ?? '');
  const year = claimed.getUTCFullYear();
  // Beyond four digits of year ISO 8601 takes another form; no mail is from there.
  return Number.isNaN(claimed.getTime()) || year < 1970 || year > 9999 ? {} : { claimedDate: claimed.toISOString() };
}

function typeOf(headers: readonly HeaderField[]): Pick<Mail, 'contentType' | 'reportType'> {
  const [type = ''] = everyValue(headers, 'content-type');
  const reportType = /;\s*report-type\s*=\s*"?([^\s";]+)/iu.exec(type)?.[1]?.toLowerCase();
  const contentType = (type.split(';')[0] ?? '')
    .replaceAll(/\([^()]*\)/gu, '')
    .trim()
    .toLowerCase();
  return { contentType, ...(reportType !== undefined && { reportType }) };
}

function reportsIn(attachments: readonly Attachment[], text: string): Pick<Mail, 'deliveryReport' | 'feedbackType' | 'returned'> {
  const part = (form: RegExp) => attachments.find(({ contentType }) => form.test(contentType))?.content.subarray(0, bounds.searchedPart);
  const status = part(/^message\/(?:global-)?delivery-status$/iu);
  const feedback = part(/^message\/feedback-report$/iu);
  const back = part(/^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)$/iu);
  const feedbackType =
    feedback &&
    everyValue(fieldsOf(decodedText(feedback)), 'feedback-type')[0]
      ?.toLowerCase()
      .slice(0, 100);
  const returned = back === undefined ? returnedMessageBelow(text) : returnedMessageIn(back);
  return {
    ...(status !== undefined && { deliveryReport: deliveryReportIn(decodedText(status)) }),
    ...(feedback !== undefined && { feedbackType: feedbackType ?? '' }),
    ...(returned !== undefined && { returned }),
  };
}
