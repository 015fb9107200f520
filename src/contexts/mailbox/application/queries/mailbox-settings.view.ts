import { partsOf } from '#kernel/email-address.js';
import type { Mailbox } from '../../domain/recruiting-mailbox/recruiting-mailbox.js';
import { nothingKnown, redirectStateOf } from '../../domain/recruiting-mailbox/redirect.js';
import type { SmtpConnectionState } from '../../domain/recruiting-mailbox/smtp-connection-state.js';
import type { MailboxSettingsView, RedirectView, SmtpConnectionView } from './mailbox-settings.query.js';

export function addressViewOf(mailbox: Mailbox | undefined): Pick<MailboxSettingsView, 'individualAddress' | 'formerIndividualAddresses'> {
  const { individualAddress: address, formerAddresses = [], activeChannel } = mailbox ?? {};
  if (address === undefined) return { formerIndividualAddresses: formerAddresses };
  return {
    individualAddress: { address, state: activeChannel === 'smtp' ? 'connected' : 'not-connected' },
    formerIndividualAddresses: formerAddresses,
  };
}

export function smtpViewOf(mailbox: Mailbox | undefined): Pick<MailboxSettingsView, 'smtp'> {
  if (mailbox?.smtp === undefined) return {};
  const { certificateAuthority, ...settings } = mailbox.smtp.settings;
  const state = stateOf(mailbox.smtp, mailbox.activeChannel === 'smtp');
  return { smtp: { ...settings, hasOwnAuthority: certificateAuthority !== undefined, state, ...impairedOf(mailbox.smtp) } };
}

export function redirectViewOf(mailbox: Mailbox | undefined, target: string, now: Date, mailDomains: readonly string[]): RedirectView {
  const redirect = mailbox?.redirect ?? nothingKnown;
  const { test, proof } = redirect;
  return {
    target,
    state: redirectStateOf(redirect, now, mailDomains),
    ...(test === undefined ? {} : { testedAt: test.startedAt }),
    ...(proof === undefined ? {} : { confirmedAt: proof.confirmedAt }),
    ...leadsElsewhere(proof?.target, target, mailDomains),
  };
}

function stateOf({ proven, impaired }: SmtpConnectionState, active: boolean): SmtpConnectionView['state'] {
  if (!active) return 'inactive';
  if (impaired !== undefined) return 'needs-attention';
  return proven ? 'active' : 'unproven';
}

function impairedOf({ impaired }: SmtpConnectionState): Pick<SmtpConnectionView, 'impaired'> {
  if (impaired === undefined) return {};
  const { words, ...told } = impaired;
  const shown = words?.read<string | undefined>({ known: (text) => text, erased: () => undefined });
  return { impaired: { ...told, ...(shown === undefined ? {} : { words: shown }) } };
}

/** Only where mail still arrives. */
function leadsElsewhere(proven: string | undefined, target: string, mailDomains: readonly string[]): Pick<RedirectView, 'leadsTo'> {
  const domain = proven === undefined ? undefined : partsOf(proven)?.domain;
  return proven === undefined || proven === target || domain === undefined || !mailDomains.includes(domain) ? {} : { leadsTo: proven };
}
