import type { Aggregate } from '#kernel/aggregate.js';
import type { ActiveChannel } from './channel.js';
import type { ChannelSwitched, MailboxChanged, MailboxProvisioned, SenderName } from './events.js';
import { nothingKnown, redirectAfter, type Redirect } from './redirect.js';
import { smtpAfter, type SmtpConnectionState } from './smtp-connection-state.js';

export interface Mailbox {
  readonly serviceLocalPart: string;
  /** Absent: the company's own mailbox. */
  readonly subsidiaryId?: string;
  /** R2, R3: the service is the default of a company; a subsidiary inherits (R90). */
  readonly activeChannel: ActiveChannel;
  /** `undefined` until somebody chose. */
  readonly senderName?: SenderName;
  /** A draft until its channel is active. */
  readonly individualAddress?: string;
  /** They stay known: mail to them still arrives by an old redirect. */
  readonly formerAddresses: readonly string[];
  /** Configured once, active or not (R39). */
  readonly smtp?: SmtpConnectionState;
  readonly redirect: Redirect;
  /** What becomes of mail that waited for the channel of before. */
  readonly waitingMail?: 'keep' | 'send-by-service';
}

export const recruitingMailbox: Aggregate<Mailbox, MailboxProvisioned, MailboxChanged> = {
  category: 'mailbox',

  create: ({ data }) => ({
    ...data,
    activeChannel: data.subsidiaryId === undefined ? 'service' : 'inherited',
    formerAddresses: [],
    redirect: nothingKnown,
  }),

  evolve(mailbox, event) {
    switch (event.type) {
      case 'SenderNameChosen':
        return withSenderName(mailbox, event.data.senderName);
      case 'IndividualAddressSet':
        return withAddress(mailbox, event.data.address);
      case 'IndividualAddressCleared':
        return withoutAddress(mailbox);
      case 'ChannelSwitched':
        return withChannel(mailbox, event.data);
      case 'WaitingMailDecided':
        return { ...mailbox, waitingMail: event.data.waitingMail };
      case 'RedirectTestStarted':
      case 'RedirectTestNotSent':
      case 'RedirectConfirmed':
        return { ...mailbox, redirect: redirectAfter(mailbox.redirect, event) };
      default:
        return withSmtp(mailbox, smtpAfter(mailbox.smtp, event));
    }
  },
};

function withChannel({ waitingMail: _, ...others }: Mailbox, { to, waitingMail }: ChannelSwitched['data']): Mailbox {
  return { ...others, activeChannel: to, ...(waitingMail === undefined ? {} : { waitingMail }) };
}

function withSenderName({ senderName: _, ...others }: Mailbox, chosen: SenderName | 'inherited'): Mailbox {
  return chosen === 'inherited' ? others : { ...others, senderName: chosen };
}

function withAddress(mailbox: Mailbox, address: string): Mailbox {
  const before = withoutAddress(mailbox);
  return { ...before, individualAddress: address, formerAddresses: before.formerAddresses.filter((former) => former !== address) };
}

/** A proof of the redirect is of that address alone. */
function withoutAddress({ individualAddress, ...others }: Mailbox): Mailbox {
  if (individualAddress === undefined) return others;
  const formerAddresses = [...others.formerAddresses.filter((address) => address !== individualAddress), individualAddress];
  return { ...others, formerAddresses, redirect: nothingKnown };
}

function withSmtp({ smtp: _, ...others }: Mailbox, smtp: SmtpConnectionState | undefined): Mailbox {
  return smtp === undefined ? others : { ...others, smtp };
}
