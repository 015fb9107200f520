import { normalAddress } from '#kernel/email-address.js';
import type { ReportVerdict } from '../delivery-report.js';
import type { MailKind, Person } from '../events.js';
import type { Mail } from '../mail.js';
import type { RecipientField, RoutableMail } from './evidence.js';
import {
  type Addressed,
  type OwnAddress,
  overOwnAddress,
  subsidiariesAddressed,
  tokensAddressed,
  tokensReferred,
} from './own-addresses.js';

/** What the accept path and the classifier knew of the mail. */
export interface MailFacts {
  readonly kind: MailKind;
  /** Envelope recipients of every delivery of this mail so far (S10). */
  readonly recipients: readonly string[];
  readonly unreadable: boolean;
  readonly toOperator: boolean;
  readonly report?: ReportVerdict;
}

const mostClues = 32;

/** Turns what the parser found into what the ladder looks at: own addresses and references told apart by form, everything bounded. */
export function routableMail(mail: Mail, facts: MailFacts, own: OwnAddress): RoutableMail {
  const addressed = addressesOf(mail, facts.recipients);
  const answers = [...mail.inReplyTo, ...mail.references];
  return {
    kind: facts.kind,
    senders: [...new Set(mail.from.map(({ address }) => normalAddress(address)))],
    tokens: distinct([...tokensAddressed(addressed, own), ...tokensReferred([...answers, ...allReferences(mail)], own)]),
    answers: [...new Set(answers)].slice(0, mostClues),
    quoted: quotedIn(mail, own),
    addressedSubsidiaries: subsidiariesAddressed(addressed, own),
    overOwnAddress: overOwnAddress(addressed, own),
    unreadable: facts.unreadable,
    toOperator: facts.toOperator,
    ...(facts.report !== undefined && { report: facts.report }),
    ...(mail.forwarded !== undefined && { forwarded: mail.forwarded }),
  };
}

function addressesOf(mail: Mail, recipients: readonly string[]): readonly Addressed[] {
  const inField = (field: RecipientField, people: readonly Person[]) => people.map(({ address }) => ({ field, address }));
  return [
    ...recipients.map((address) => ({ field: 'envelope' as const, address })),
    ...inField('to', mail.to),
    ...inField('cc', mail.cc),
    ...inField('delivered-to', mail.deliveredTo),
    ...inField('x-forwarded-to', mail.forwardedTo),
  ];
}

/** Our token stands first in References, which is the end that a long thread loses: the field itself still has it (S34). */
function allReferences(mail: Mail): readonly string[] {
  const field = mail.headers.find(({ name }) => name === 'references')?.value ?? '';
  return field.split(/\s+/, 2_000).filter((reference) => reference.startsWith('<r.'));
}

function quotedIn({ quoted, returned }: Mail, own: OwnAddress): RoutableMail['quoted'] {
  const ours = quoted.outboundMessageIds.flatMap((id) => own.domains.map((domain) => `<${id}@${domain}>`));
  const ids = returned?.messageId === undefined ? ours : [returned.messageId, ...ours];
  return { messageIds: [...new Set(ids)].slice(0, mostClues), tokens: quoted.tokens.slice(0, mostClues) };
}

function distinct(tokens: RoutableMail['tokens']): RoutableMail['tokens'] {
  return [...new Map(tokens.map((seen) => [`${seen.field} ${seen.token}`, seen])).values()].slice(0, mostClues);
}
