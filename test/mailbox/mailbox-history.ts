import { recruitingMailbox } from '../../src/contexts/mailbox/domain/recruiting-mailbox/recruiting-mailbox.js';
import type { SmtpSettings } from '../../src/contexts/mailbox/domain/recruiting-mailbox/channel.js';
import type {
  ChannelSwitched,
  ConnectionImpaired,
  IndividualAddressSet,
  MailboxProvisioned,
  SmtpConnectionEstablished,
} from '../../src/contexts/mailbox/domain/recruiting-mailbox/events.js';
import { storyOf } from '../story.js';

/** Stories of recruiting mailboxes, and what they are told with. */
export const { given } = storyOf(recruitingMailbox);

export const settings: SmtpSettings = {
  host: 'mail.acme.example',
  port: 587,
  encryption: 'starttls-verified',
  account: 'jobs@acme.example',
};

export const ofCompany: MailboxProvisioned = { type: 'MailboxProvisioned', data: { serviceLocalPart: 'acme-jobs' } };
export const ofSubsidiary: MailboxProvisioned = {
  type: 'MailboxProvisioned',
  data: { serviceLocalPart: 'acme-jobs', subsidiaryId: 'north' },
};
export const ownAddress: IndividualAddressSet = { type: 'IndividualAddressSet', data: { address: 'Jobs@acme.example' } };

export function established(more: Partial<SmtpSettings> = {}, secretId = 'secret-1'): SmtpConnectionEstablished {
  return { type: 'SmtpConnectionEstablished', data: { connectionId: 'connection-1', settings: { ...settings, ...more }, secretId } };
}

export function switched(
  from: ChannelSwitched['data']['from'],
  to: ChannelSwitched['data']['to'],
  waitingMail?: 'keep' | 'send-by-service',
): ChannelSwitched {
  return { type: 'ChannelSwitched', data: { from, to, ...(waitingMail === undefined ? {} : { waitingMail }) } };
}

export const impaired: ConnectionImpaired = {
  type: 'ConnectionImpaired',
  data: { since: '2026-03-02T08:00:00.000Z', reason: 'login-refused', stage: 'login', code: '535 5.7.8' },
};

/** The version that delivery and tests name the connection of these stories by. */
export const version = 'connection-1.secret-1';
