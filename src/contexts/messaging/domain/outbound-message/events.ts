import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';

export interface OutboundAttachment {
  readonly name: string;
  readonly contentType: string;
  /** Octets before any transfer encoding. */
  readonly size: number;
}

/** Unguessable, 80 random bits each (design.md, Outbound). */
export interface MessageTokens {
  /** Constant for a candidate's conversation: plus part of Reply-To and first in References. */
  readonly conversation: string;
  /** This message's own envelope sender (VERP). */
  readonly envelope: string;
}

/** Which mailbox supplied a setting, and why (R90-R92). */
export interface Supplied {
  readonly mailboxId: string;
  readonly why: 'own' | 'inherited' | 'company-default';
}

/** How far a conversation with a server had come. */
export type DeliveryStage = 'connect' | 'tls' | 'login' | 'sender' | 'recipient' | 'content' | 'after-content' | 'local';

export type MessageQueued = DomainEvent<
  'MessageQueued',
  {
    readonly keyId: string;
    readonly candidateId: string;
    readonly applicationId?: string;
    readonly subsidiaryId?: string;
    /** The mailbox responsible when it was queued: its limits and its lane. What leaves is decided when it leaves. */
    readonly mailboxId: string;
    /** Of that mailbox when it was queued; absent where it was the service. */
    readonly channel?: 'smtp';
    readonly to: Personal<string>;
    readonly subject: Personal<string>;
    readonly preview: Personal<string>;
    /** Text, HTML and attachments as accepted, encrypted under the message's key. */
    readonly contentBlobId: string;
    readonly attachments: Personal<readonly OutboundAttachment[]>;
    /** RFC 5322 Message-ID with its angle brackets. */
    readonly messageIdHeader: string;
    readonly tokens: Personal<MessageTokens>;
    /** Composed size in octets, estimated before any transfer. */
    readonly size: number;
    readonly automatic: boolean;
    /** The received message it answers. */
    readonly answers?: string;
    /** Message-IDs of the thread so far, oldest first. */
    readonly references: Personal<readonly string[]>;
    /** The employee who writes. */
    readonly writerId?: string;
    /** The rejected message it is sent again for, to a corrected address. */
    readonly resendOf?: string;
  }
>;

/** The server is about to read the first byte: from here on a lost connection leaves the outcome open. */
export type DeliveryAttemptStarted = DomainEvent<
  'DeliveryAttemptStarted',
  {
    readonly attempt: number;
    readonly channel: 'service' | 'smtp' | 'google' | 'microsoft';
    /** What carries the channel's mail. */
    readonly transport: 'local-outbox' | 'relay' | 'smtp';
    readonly from: Personal<{ readonly name: string; readonly address: string }>;
    readonly envelopeSender: Personal<string>;
    /** The bytes that leave; retries send the same. */
    readonly blobId: string;
    readonly supplied: { readonly channel: Supplied; readonly address: Supplied; readonly name: Supplied };
  }
>;

/** `person` where somebody said `confirm-delivered`. */
export type MessageAccepted = DomainEvent<'MessageAccepted', { readonly by: 'server' | 'person'; readonly response?: Personal<string> }>;
export type WrittenToLocalOutbox = DomainEvent<'WrittenToLocalOutbox', { readonly file: string }>;
export type MessageDeferred = DomainEvent<
  'MessageDeferred',
  {
    /** UTC, ISO 8601; the first one since the message was queued or released begins the 5 days. */
    readonly failedAt: string;
    /** UTC, ISO 8601. */
    readonly retryAt: string;
    /** Over which it could not leave; absent where it was the service. */
    readonly channel?: 'smtp';
    /** Of that channel; absent where it was the service, and in what was deferred before mailboxes inherited. */
    readonly mailboxId?: string;
    readonly stage: DeliveryStage;
    readonly reason: string;
    readonly code?: string;
    readonly response?: Personal<string>;
  }
>;
export type MessageRejected = DomainEvent<
  'MessageRejected',
  { readonly stage: DeliveryStage; readonly reason: string; readonly code?: string; readonly response?: Personal<string> }
>;
export type MessageDeliveryUncertain = DomainEvent<
  'MessageDeliveryUncertain',
  { readonly reason: string; readonly response?: Personal<string> }
>;
/** Retries ended (decision "Giving up"); the reason is that of the last failure. */
export type MessageGivenUp = DomainEvent<
  'MessageGivenUp',
  {
    readonly afterHours: number;
    readonly stage: DeliveryStage;
    readonly reason: string;
    readonly code?: string;
    readonly response?: Personal<string>;
  }
>;
export type MessageCancelled = DomainEvent<'MessageCancelled'>;
export type MessageHeld = DomainEvent<
  'MessageHeld',
  {
    readonly reason: string;
    /** The mailbox whose connection it waits for. */
    readonly mailboxId?: string;
    /** What the server said, where it was asked. */
    readonly stage?: DeliveryStage;
    readonly code?: string;
    readonly response?: Personal<string>;
    /** UTC, ISO 8601; absent in what was held before connections were. */
    readonly heldAt?: string;
  }
>;
/** Back to the queue; `send-again` is a person's word about an uncertain or held message. */
export type MessageReleased = DomainEvent<'MessageReleased', { readonly reason: string }>;

/** What reports said after the end; `reportId` is the received message that holds the report. */
export type MessageDelivered = DomainEvent<'MessageDelivered', { readonly reportId: string }>;
export type MessageDelayReported = DomainEvent<'MessageDelayReported', { readonly reportId: string; readonly status?: string }>;
export type MessageBounced = DomainEvent<'MessageBounced', { readonly reportId: string; readonly status?: string; readonly hard: boolean }>;
export type MessageComplainedAbout = DomainEvent<'MessageComplainedAbout', { readonly reportId: string }>;
/** A person says that the address is good after all (S17). */
export type BounceMarkCleared = DomainEvent<'BounceMarkCleared'>;

export type OutboundMessageChanged =
  | DeliveryAttemptStarted
  | MessageAccepted
  | WrittenToLocalOutbox
  | MessageDeferred
  | MessageRejected
  | MessageDeliveryUncertain
  | MessageGivenUp
  | MessageCancelled
  | MessageHeld
  | MessageReleased
  | MessageDelivered
  | MessageDelayReported
  | MessageBounced
  | MessageComplainedAbout
  | BounceMarkCleared;
export type OutboundMessageEvent = MessageQueued | OutboundMessageChanged;
