import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type { MailboxEvent } from '../../domain/recruiting-mailbox/events.js';

type Data<Type extends MailboxEvent['type']> = Extract<MailboxEvent, { type: Type }>['data'];

export const mailboxCodecs: Codecs<MailboxEvent> = {
  MailboxProvisioned: codec(
    'mailbox.provisioned',
    storedFields<Data<'MailboxProvisioned'>>({ serviceLocalPart: true, subsidiaryId: true }),
  ),
  SenderNameChosen: codec('mailbox.sender-name-chosen', storedFields<Data<'SenderNameChosen'>>({ senderName: true })),
  IndividualAddressSet: codec('mailbox.individual-address-set', storedFields<Data<'IndividualAddressSet'>>({ address: true })),
  IndividualAddressCleared: codec('mailbox.individual-address-cleared', storedFields<Data<'IndividualAddressCleared'>>({ address: true })),
  SmtpConnectionEstablished: codec('mailbox.smtp-connection-established', {
    write: ({
      connectionId,
      settings: { host, port, encryption, account, certificateAuthority },
      secretId,
    }: Data<'SmtpConnectionEstablished'>) => ({
      connection: connectionId,
      host,
      port,
      encryption,
      account,
      secret: secretId,
      ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
    }),
    read: ({ connection, secret, ...settings }) => ({ connectionId: connection, settings, secretId: secret }),
  }),
  ChannelSwitched: codec('mailbox.channel-switched', storedFields<Data<'ChannelSwitched'>>({ from: true, to: true, waitingMail: true })),
  WaitingMailDecided: codec('mailbox.waiting-mail-decided', storedFields<Data<'WaitingMailDecided'>>({ waitingMail: true })),
  PasswordRenewed: codec('mailbox.password-renewed', storedFields<Data<'PasswordRenewed'>>({ secretId: true })),
  ChannelDisconnected: codec(
    'mailbox.channel-disconnected',
    storedFields<Data<'ChannelDisconnected'>>({ channel: true, secretId: true, why: true }),
  ),
  ConnectionTested: codec(
    'mailbox.connection-tested',
    storedFields<Data<'ConnectionTested'>>({
      testId: true,
      testedAt: true,
      channel: true,
      transport: true,
      succeeded: true,
      outcome: true,
      stage: true,
      code: true,
      fault: true,
      server: true,
      recipient: true,
      words: true,
    }),
  ),
  ConnectionImpaired: codec(
    'mailbox.connection-impaired',
    storedFields<Data<'ConnectionImpaired'>>({ since: true, reason: true, stage: true, code: true, words: true }),
  ),
  ConnectionRestored: codec('mailbox.connection-restored', storedFields<Data<'ConnectionRestored'>>({ by: true })),
  ConnectionProven: codec('mailbox.connection-proven', storedFields<Data<'ConnectionProven'>>({ by: true })),
  RedirectTestStarted: codec(
    'mailbox.redirect-test-started',
    storedFields<Data<'RedirectTestStarted'>>({ testId: true, address: true, startedAt: true }),
  ),
  RedirectTestNotSent: codec('mailbox.redirect-test-not-sent', storedFields<Data<'RedirectTestNotSent'>>({ testId: true, reason: true })),
  RedirectConfirmed: codec(
    'mailbox.redirect-confirmed',
    storedFields<Data<'RedirectConfirmed'>>({ testId: true, address: true, target: true, confirmedAt: true }),
  ),
};
