import type { Loaded } from '#platform/event-store/streams.js';
import { reportVerdict } from '../../domain/inbound-message/classification/report-verdict.js';
import type { InboundMessageEvent, MessageClassified } from '../../domain/inbound-message/events.js';
import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';
import type { Mail } from '../../domain/inbound-message/mail.js';
import { noMarks } from '../../domain/inbound-message/own-marks.js';
import type { MailFacts } from '../../domain/inbound-message/routing/routable-mail.js';

/** What accept path and classifier recorded of the mail, for the ladder. */
export function mailFacts(
  { events }: Loaded<InboundMessage, InboundMessageEvent>,
  { kind, unreadable, parsedBlobId }: MessageClassified['data'],
  mail: Mail,
  toOperator: boolean,
): MailFacts {
  const recipients = events.flatMap((event) =>
    event.type === 'MessageReceived' || event.type === 'MessageReceivedAgain'
      ? event.data.recipients.read({ known: (addresses) => addresses, erased: () => [] })
      : [],
  );
  return {
    kind,
    recipients: [...new Set(recipients)],
    unreadable: unreadable !== undefined || parsedBlobId === undefined,
    toOperator,
    ...(kind === 'delivery-report' && { report: reportVerdict(mail) }),
  };
}

/** Where the parser could read nothing, what the event noted is all there is. */
export function mailOfEvent({ from, addressees, subject }: MessageClassified['data']): Mail {
  return {
    inReplyTo: [],
    references: [],
    from: from.read({ known: (people) => people, erased: () => [] }),
    to: addressees.read({ known: (people) => people, erased: () => [] }),
    cc: [],
    replyTo: [],
    deliveredTo: [],
    forwardedTo: [],
    subject: subject.read({ known: (text) => text, erased: () => '' }),
    headers: [],
    contentType: '',
    text: '',
    quoted: noMarks,
  };
}
