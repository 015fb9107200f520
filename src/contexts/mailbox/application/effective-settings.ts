import type { Mailbox } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import { redirectStateOf } from '../domain/recruiting-mailbox/redirect.js';
import { versionOf } from '../domain/recruiting-mailbox/smtp-connection-state.js';
import type { EffectiveSettings, SuppliedBy } from '../public/mailboxes.js';

/** A mailbox as it stands. */
export interface MailboxAt {
  readonly mailboxId: string;
  readonly mailbox: Mailbox;
}

export interface Circumstances {
  readonly mailDomain: string;
  /** That, and former ones. */
  readonly mailDomains: readonly string[];
  readonly now: Date;
}

/** R13, R21, R90-R92: what mail leaves with, and for each setting which mailbox says so. `own` is the subsidiary's, where it has one. */
export function effectiveSettingsOf(
  company: MailboxAt,
  own: MailboxAt | undefined,
  ofSubsidiary: boolean,
  circumstances: Circumstances,
): EffectiveSettings {
  const inherits = ofSubsidiary && (own === undefined || own.mailbox.activeChannel === 'inherited');
  const sending = inherits ? company : (own ?? company);
  const supplied: SuppliedBy = { mailboxId: sending.mailboxId, why: inherits ? 'inherited' : whyOf(sending) };
  const senderName = senderNameOf(company, own, ofSubsidiary, inherits);
  const waitingMail = new Map(
    [company, own].flatMap((at) => (at?.mailbox.waitingMail === undefined ? [] : [[at.mailboxId, at.mailbox.waitingMail]])),
  );
  return { ...channelOf(sending.mailbox, supplied, circumstances), senderName, waitingMail };
}

function whyOf({ mailbox }: MailboxAt): SuppliedBy['why'] {
  // A company's service is nobody's choice (R3); everything else somebody has chosen.
  return mailbox.subsidiaryId === undefined && mailbox.activeChannel !== 'smtp' ? 'company-default' : 'own';
}

function channelOf(
  mailbox: Mailbox,
  supplied: SuppliedBy,
  { mailDomain, mailDomains, now }: Circumstances,
): Omit<EffectiveSettings, 'senderName' | 'waitingMail'> {
  const { activeChannel, smtp, individualAddress, serviceLocalPart, redirect } = mailbox;
  if (activeChannel !== 'smtp' || smtp === undefined || individualAddress === undefined) {
    const address = { value: `${serviceLocalPart}@${mailDomain}`, supplied };
    return { channel: { value: 'service', supplied }, address, repliesTo: 'service-address' };
  }
  return {
    channel: { value: 'smtp', supplied },
    address: { value: individualAddress, supplied },
    repliesTo: redirectStateOf(redirect, now, mailDomains) === 'confirmed' ? 'individual-address' : 'service-address',
    connection: { connectionId: versionOf(smtp), proven: smtp.proven },
    ...(smtp.impaired === undefined ? {} : { needsAttention: { since: smtp.impaired.since, reason: smtp.impaired.reason } }),
  };
}

/** P27: the company's name, unless somebody chose. A subsidiary's own choice counts, even where it inherits all else; with a channel of its own it inherits nothing. */
function senderNameOf(company: MailboxAt, own: MailboxAt | undefined, ofSubsidiary: boolean, inherits: boolean) {
  const chosen = own?.mailbox.senderName;
  if (own?.mailbox.subsidiaryId !== undefined && (chosen !== undefined || !inherits)) {
    const supplied: SuppliedBy = { mailboxId: own.mailboxId, why: 'own' };
    return { value: chosen ?? ('company' as const), supplied, subsidiaryId: own.mailbox.subsidiaryId };
  }
  const ofCompany = company.mailbox.senderName;
  const why: SuppliedBy['why'] = ofSubsidiary ? 'inherited' : ofCompany === undefined ? 'company-default' : 'own';
  return { value: ofCompany ?? ('company' as const), supplied: { mailboxId: company.mailboxId, why } };
}
