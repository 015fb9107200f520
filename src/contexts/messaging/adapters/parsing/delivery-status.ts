import type { DeliveryReport, ReportedRecipient } from '#contexts/messaging/domain/inbound-message/delivery-report.js';
import type { HeaderField } from '#contexts/messaging/domain/inbound-message/mail.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';
import { fieldsOf } from '#contexts/messaging/adapters/parsing/header-fields.js';

/**
 * RFC 3464: a block about the message, then one for each recipient, apart by empty lines. Some reporters leave the first block out or put
 * everything into one, so that a block is a recipient's where it says something of one.
 */
export function deliveryReportIn(part: string): DeliveryReport {
  const blocks = part
    .split(/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))/u)
    .map(fieldsOf)
    .filter((fields) => fields.length > 0);
  const reportingMta = valueOf(blocks.flat(), 'reporting-mta');
  const originalEnvelopeId = valueOf(blocks.flat(), 'original-envelope-id');
  return {
    ...(reportingMta !== undefined && { reportingMta }),
    ...(originalEnvelopeId !== undefined && { originalEnvelopeId }),
    recipients: blocks.filter(speaksOfRecipient).slice(0, bounds.reportedRecipients).map(recipientIn),
  };
}

const speaking = ['action', 'status', 'final-recipient', 'diagnostic-code'];
const speaksOfRecipient = (fields: readonly HeaderField[]) => fields.some(({ name }) => speaking.includes(name));

function recipientIn(fields: readonly HeaderField[]): ReportedRecipient {
  const finalRecipient = withoutType(valueOf(fields, 'final-recipient'));
  const originalRecipient = withoutType(valueOf(fields, 'original-recipient'));
  // Comments follow the word here and there: `failed (will not retry)`, `5.1.1 (user unknown)`.
  const action = valueOf(fields, 'action')
    ?.toLowerCase()
    .match(/^[a-z-]+/u)?.[0];
  const status = valueOf(fields, 'status')?.match(/[245]\.\d{1,3}\.\d{1,3}/u)?.[0];
  const diagnostic = withoutType(valueOf(fields, 'diagnostic-code'));
  return {
    ...(finalRecipient !== undefined && { finalRecipient }),
    ...(originalRecipient !== undefined && { originalRecipient }),
    ...(action !== undefined && { action }),
    ...(status !== undefined && { status }),
    ...(diagnostic !== undefined && { diagnostic }),
  };
}

const valueOf = (fields: readonly HeaderField[], name: string) =>
  fields.find((field) => field.name === name)?.value.slice(0, bounds.reportedValue);

/** `rfc822; ada@example.org` names its kind of address first. */
const withoutType = (value: string | undefined) => value?.replace(/^[a-z0-9-]+;\s*/iu, '');
