import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';
import type { ActiveChannel, Channel, SmtpSettings } from './channel.js';

/** R15: whose name applicants see beside the sender address. */
export type SenderName = 'company' | 'employee';

/** R8: made by the service at once, without anybody's action; a subsidiary's with its first own setting (R91). */
export type MailboxProvisioned = DomainEvent<
  'MailboxProvisioned',
  {
    /** R11: `<slug>-jobs`; the domain is configuration, because it changes over the years (P16). */
    readonly serviceLocalPart: string;
    /** Absent: the company's own mailbox. */
    readonly subsidiaryId?: string;
  }
>;

/** `inherited`: the subsidiary takes its parent's choice again. */
export type SenderNameChosen = DomainEvent<'SenderNameChosen', { readonly senderName: SenderName | 'inherited' }>;

/** R43, R59: a draft until its channel is active. */
export type IndividualAddressSet = DomainEvent<'IndividualAddressSet', { readonly address: string }>;
export type IndividualAddressCleared = DomainEvent<'IndividualAddressCleared', { readonly address: string }>;

/** The password lies in the vault alone, under this id. */
export type SmtpConnectionEstablished = DomainEvent<
  'SmtpConnectionEstablished',
  { readonly connectionId: string; readonly settings: SmtpSettings; readonly secretId: string }
>;

/** R52: one active channel at a time. */
export type ChannelSwitched = DomainEvent<
  'ChannelSwitched',
  {
    readonly from: ActiveChannel;
    readonly to: ActiveChannel;
    /** What becomes of mail that waits for the former channel: it waits on, or leaves over the service. */
    readonly waitingMail?: 'keep' | 'send-by-service';
  }
>;

/** Another word about the mail that still waits, after the switch. */
export type WaitingMailDecided = DomainEvent<'WaitingMailDecided', { readonly waitingMail: 'keep' | 'send-by-service' }>;

/** In place, while the connection needs attention. */
export type PasswordRenewed = DomainEvent<'PasswordRenewed', { readonly secretId: string }>;

/** Its settings are forgotten and its password destroyed; `unused`: nobody had used it for 90 days. */
export type ChannelDisconnected = DomainEvent<
  'ChannelDisconnected',
  { readonly channel: Exclude<Channel, 'service'>; readonly secretId: string; readonly why: 'asked' | 'unused' }
>;

/** R83, R87: how a test mail left, or why it did not. */
export type ConnectionTested = DomainEvent<
  'ConnectionTested',
  {
    readonly testId: string;
    /** UTC, ISO 8601. */
    readonly testedAt: string;
    readonly channel: Channel;
    /** What carried it. */
    readonly transport: string;
    readonly succeeded: boolean;
    /** `accepted`, `written-to-local-outbox`, or why it failed. */
    readonly outcome: string;
    readonly stage?: string;
    /** SMTP reply code with the enhanced one. */
    readonly code?: string;
    /** The library's word for a fault of the connection, such as `CERT_HAS_EXPIRED`. */
    readonly fault?: string;
    /** The company's own server, where one was asked. */
    readonly server?: Pick<SmtpSettings, 'host' | 'port' | 'encryption' | 'account'>;
    readonly recipient: Personal<string>;
    /** The server's own words, without any secret (R88). */
    readonly words?: Personal<string>;
  }
>;

/** A server refuses what would fail for every mail: the mailbox needs attention, and its mail is held. */
export type ConnectionImpaired = DomainEvent<
  'ConnectionImpaired',
  {
    /** UTC, ISO 8601. */
    readonly since: string;
    readonly reason: string;
    readonly stage: string;
    readonly code?: string;
    readonly words?: Personal<string>;
  }
>;
export type ConnectionRestored = DomainEvent<'ConnectionRestored', { readonly by: 'test' | 'check' | 'password-renewed' }>;
/** The first mail or test over the connection that the server took; until then it is active and unproven. */
export type ConnectionProven = DomainEvent<'ConnectionProven', { readonly by: 'delivery' | 'test' }>;

/** A mail with a token went to the individual address; where the redirect works it comes back (R22-R24). */
export type RedirectTestStarted = DomainEvent<
  'RedirectTestStarted',
  {
    readonly testId: string;
    readonly address: string;
    /** UTC, ISO 8601. */
    readonly startedAt: string;
  }
>;
export type RedirectConfirmed = DomainEvent<
  'RedirectConfirmed',
  {
    readonly testId: string;
    readonly address: string;
    /** Where it came back to; absent in what was confirmed before this was asked. */
    readonly target?: string;
    /** UTC, ISO 8601. */
    readonly confirmedAt: string;
  }
>;

/** Its mail certainly did not leave: nothing can come back of it. */
export type RedirectTestNotSent = DomainEvent<'RedirectTestNotSent', { readonly testId: string; readonly reason: string }>;

export type MailboxChanged =
  | SenderNameChosen
  | IndividualAddressSet
  | IndividualAddressCleared
  | SmtpConnectionEstablished
  | ChannelSwitched
  | WaitingMailDecided
  | PasswordRenewed
  | ChannelDisconnected
  | ConnectionTested
  | ConnectionImpaired
  | ConnectionRestored
  | ConnectionProven
  | RedirectTestStarted
  | RedirectTestNotSent
  | RedirectConfirmed;
export type MailboxEvent = MailboxProvisioned | MailboxChanged;
