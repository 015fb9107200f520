import type { HeaderField, Mail } from '#contexts/messaging/domain/inbound-message/mail.js';
import { noMarks } from '#contexts/messaging/domain/inbound-message/own-marks.js';

/** A mail from Ada that says nothing special, with what a test is about. */
export function mailWith(given: Partial<Mail> = {}, fields: Readonly<Record<string, string>> = {}): Mail {
  const headers: readonly HeaderField[] = Object.entries(fields).map(([name, value]) => ({ name, value }));
  return {
    inReplyTo: [],
    references: [],
    from: [{ address: 'ada@example.org' }],
    to: [],
    cc: [],
    replyTo: [],
    deliveredTo: [],
    forwardedTo: [],
    subject: '',
    headers: [{ name: 'from', value: 'ada@example.org' }, ...headers],
    contentType: 'text/plain',
    text: '',
    quoted: noMarks,
    ...given,
  };
}
