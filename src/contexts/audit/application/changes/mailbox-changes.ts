import type { MailboxEvent } from '../../../mailbox/public/index.js';
import { change, notPublic } from '../../domain/changes/public-change.js';
import { type Changes, tells } from './changes.js';

/** Of recruiting mailboxes. */
export const mailboxChanges: Changes<MailboxEvent> = {
  MailboxProvisioned: tells(({ subsidiaryId }, mailboxId) => change('mailbox.provisioned', { mailboxId, subsidiaryId })),
  SenderNameChosen: tells(({ senderName }, mailboxId) => change('mailbox.sender-name-chosen', { mailboxId, senderName })),
  IndividualAddressSet: tells((_, mailboxId) => change('mailbox.individual-address-changed', { mailboxId })),
  IndividualAddressCleared: tells((_, mailboxId) => change('mailbox.individual-address-changed', { mailboxId })),
  SmtpConnectionEstablished: tells(() => notPublic('the switch that comes with it tells the channel')),
  ChannelSwitched: tells(({ from, to }, mailboxId) => change('mailbox.channel-switched', { mailboxId, from, to })),
  WaitingMailDecided: tells(() => notPublic('each message that leaves by it tells so')),
  PasswordRenewed: tells(() => notPublic('the restoration that comes with it tells that it works')),
  ChannelDisconnected: tells(({ channel }, mailboxId) => change('mailbox.channel-disconnected', { mailboxId, channel })),
  ConnectionTested: tells(({ testId, outcome }, mailboxId) => change('mailbox.connection-tested', { mailboxId, testId, outcome })),
  ConnectionImpaired: tells(({ reason }, mailboxId) => change('mailbox.needs-attention', { mailboxId, reason })),
  ConnectionRestored: tells((_, mailboxId) => change('mailbox.restored', { mailboxId })),
  ConnectionProven: tells(() => notPublic('that a connection works is told where it stops working')),
  RedirectTestStarted: tells(() => notPublic('only its outcome matters outside')),
  RedirectTestNotSent: tells(() => notPublic('only what came back matters outside')),
  RedirectConfirmed: tells((_, mailboxId) => change('mailbox.redirect-confirmed', { mailboxId })),
};
