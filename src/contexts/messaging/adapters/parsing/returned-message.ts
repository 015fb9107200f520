import type { ReturnedMessage } from '#contexts/messaging/domain/inbound-message/mail.js';
import { decodedText } from '#contexts/messaging/adapters/parsing/decoded-text.js';
import { bodyStart } from '#contexts/messaging/application/parsing/header-end.js';
import { everyValue, fieldsOf } from '#contexts/messaging/adapters/parsing/header-fields.js';
import { messageIdsIn } from '#contexts/messaging/adapters/parsing/message-ids.js';
import { personsIn } from '#contexts/messaging/adapters/parsing/persons.js';

/** The header of a message that came back as a part of its own (message/rfc822, text/rfc822-headers). */
export function returnedMessageIn(part: Uint8Array): ReturnedMessage {
  const start = part.subarray(0, 131_072);
  return returned(decodedText(start.subarray(0, bodyStart(start) ?? start.length)));
}

/** The header below a free-form report: after the reporter's separator, indented or quoted with `>`. */
export function returnedMessageBelow(text: string): ReturnedMessage | undefined {
  const separator = /^.{0,200}\b(?:copy of (?:the|your) message|original message|returned message|message headers?)\b.{0,200}$/imu.exec(
    text.slice(0, 100_000),
  );
  if (separator === null) return undefined;
  const below = text.slice(separator.index + separator[0].length, separator.index + 20_000).replaceAll(/^(?:[> ]*>| {2,8}) ?/gmu, '');
  const header = returned(/^[\s-]*((?:.+(?:\r?\n|$))*)/u.exec(below)?.[1] ?? '');
  return header.messageId === undefined ? undefined : header;
}

function returned(header: string): ReturnedMessage {
  const fields = fieldsOf(header);
  const messageId = everyValue(fields, 'message-id').flatMap(messageIdsIn)[0];
  const subject = everyValue(fields, 'subject')[0]?.slice(0, 998);
  return {
    ...(messageId !== undefined && { messageId }),
    ...(subject !== undefined && { subject }),
    from: personsIn(everyValue(fields, 'from').map(bounded)),
    to: personsIn(everyValue(fields, 'to').map(bounded)),
  };
}

const bounded = (value: string) => value.slice(0, 16_000);
