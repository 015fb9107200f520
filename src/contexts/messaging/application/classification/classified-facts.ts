import { Personal } from '#kernel/personal.js';
import type { Classification } from '../../domain/inbound-message/classification/classify.js';
import { classifierVersion } from '../../domain/inbound-message/classification/classify.js';
import type { AttachmentNote, MessageClassified, Person } from '../../domain/inbound-message/events.js';
import type { ParsedAttachment, ParsedMail } from '../parsing/parsed-mail.js';

/** So that the event stays under 64 KB once it is sealed, whatever was written into the header: octets of JSON. */
const budget = { from: 4_000, addressees: 16_000, attachments: 16_000 };
const mostAddressees = 100;
const previewLength = 200;

/** What screens need of a mail without opening a blob; the parsed blob has the rest. */
export function classifiedFacts(
  keyId: string,
  parsed: ParsedMail,
  parsedBlobId: string,
  { kind, evidence }: Classification,
): MessageClassified['data'] {
  const { mail, attachments, unreadable, parserVersion } = parsed;
  const sealed = <T>(value: T) => Personal.under(keyId, value);
  return {
    kind,
    evidence,
    parserVersion,
    classifierVersion,
    parsedBlobId,
    ...(unreadable !== undefined && { unreadable }),
    subject: sealed(mail.subject),
    from: sealed(within(budget.from, mail.from.map(personOf))),
    addressees: sealed(within(budget.addressees, [...mail.to, ...mail.cc].slice(0, mostAddressees).map(personOf))),
    preview: sealed(previewOf(mail.text)),
    attachments: sealed(within(budget.attachments, attachments.map(noteOf))),
    attachmentCount: attachments.length,
    ...(mail.claimedDate !== undefined && { claimedDate: mail.claimedDate }),
  };
}

function previewOf(text: string): string {
  const words = text.slice(0, 4_000).replaceAll(/\s+/gu, ' ').trim();
  // By characters, not by halves of one.
  return Array.from(words.slice(0, 2 * previewLength))
    .slice(0, previewLength)
    .join('');
}

// What came out of another thread is copied field by field: the event holds nothing that this version does not know.
function personOf({ address, name }: Person): Person {
  return name === undefined ? { address } : { address, name };
}

function noteOf({ name, contentType, size, sha256, contentId }: ParsedAttachment): AttachmentNote {
  return { name, contentType, size, sha256, ...(contentId !== undefined && { contentId }) };
}

/** The first ones, as many as fit. */
function within<Item>(octets: number, items: readonly Item[]): readonly Item[] {
  let left = octets;
  const end = items.findIndex((item) => (left -= Buffer.byteLength(JSON.stringify(item))) < 0);
  return end === -1 ? items : items.slice(0, end);
}
