import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';
import type { Trace } from './routing/trace.js';

/** Somebody named in a header field. */
export interface Person {
  readonly address: string;
  readonly name?: string;
}

/** What the accept path knew of the delivery; SPF needs it later. */
export interface Client {
  readonly address: string;
  readonly helo: string;
  /** TLS version and cipher, absent over clear text. */
  readonly tls?: string;
}

/** What a mail is, by hard evidence, before anybody asks whose it is (inbound.md, Order of classification). */
export type MailKind = 'own-test' | 'own-loop' | 'complaint' | 'delivery-report' | 'auto-reply' | 'automatic' | 'list' | 'person';

export interface AttachmentNote {
  readonly name: string;
  readonly contentType: string;
  /** Octets after decoding. */
  readonly size: number;
  readonly sha256: string;
  /** `cid:` without brackets, where the HTML refers to it. */
  readonly contentId?: string;
}

/** Which subsidiary a message belongs to, and how that was found out; no id: the parent, or unknown. */
export interface SubsidiaryFound {
  readonly subsidiaryId?: string;
  readonly how: 'answered-message' | 'application' | 'tagged-address' | 'untagged';
}

/** The mail is durable and was answered 250. */
export type MessageReceived = DomainEvent<
  'MessageReceived',
  {
    readonly keyId: string;
    /** From 1; the next one where the stream of the former generation is erased or expired. */
    readonly generation: number;
    readonly blobId: string;
    /** Octets of the raw mail. */
    readonly size: number;
    readonly recipients: Personal<readonly string[]>;
    /** RFC 5321 reverse path, "" for the null sender. */
    readonly envelopeSender: Personal<string>;
    readonly client: Personal<Client>;
  }
>;

/** The same mail once more, over another path: no second message (R8, S10, S11). */
export type MessageReceivedAgain = DomainEvent<
  'MessageReceivedAgain',
  { readonly recipients: Personal<readonly string[]>; readonly client: Personal<Client> }
>;

export type MessageClassified = DomainEvent<
  'MessageClassified',
  {
    readonly kind: MailKind;
    /** Names of the pieces of evidence that decided, strongest first. */
    readonly evidence: readonly string[];
    readonly parserVersion: string;
    readonly classifierVersion: string;
    /** What the parser found, encrypted under the message's key; absent where it could read nothing. */
    readonly parsedBlobId?: string;
    /** The test of ours that the mail is of. */
    readonly testId?: string;
    /** Why the parser gave up; the raw mail stays and a person looks at it. */
    readonly unreadable?: string;
    readonly subject: Personal<string>;
    /** Header From, as it stands; more or fewer than one identifies nobody. */
    readonly from: Personal<readonly Person[]>;
    /** To and Cc, at most 100 in all. */
    readonly addressees: Personal<readonly Person[]>;
    /** At most 200 characters of the text. */
    readonly preview: Personal<string>;
    readonly attachments: Personal<readonly AttachmentNote[]>;
    readonly attachmentCount: number;
    /** The mail's `Date:`, only a claim; UTC ISO 8601. */
    readonly claimedDate?: string;
  }
>;

export type MessageRoutedToCandidate = DomainEvent<
  'MessageRoutedToCandidate',
  { readonly candidateId: string; readonly applicationId?: string; readonly subsidiary: SubsidiaryFound; readonly routing: Trace }
>;

export type MessageQueuedForAssignment = DomainEvent<
  'MessageQueuedForAssignment',
  {
    readonly reason: string;
    /** Candidate ids, likeliest first. */
    readonly proposals: readonly string[];
    readonly subsidiary: SubsidiaryFound;
    readonly routing: Trace;
  }
>;

/** Filed on the message of ours that it is about. */
export type MessageFiled = DomainEvent<
  'MessageFiled',
  {
    readonly as: 'bounce' | 'delay' | 'delivery' | 'complaint' | 'auto-reply';
    readonly outboundMessageId: string;
    readonly candidateId: string;
    /** RFC 3463, where the report has one. */
    readonly status?: string;
    readonly routing: Trace;
  }
>;

/** The message of ours knows what was reported of it: nothing more is owed. */
export type ReportPassedOn = DomainEvent<'ReportPassedOn', { readonly outboundMessageId: string }>;

/** Kept as a filter of messages to assign, never lost. */
export type MessageSetAside = DomainEvent<
  'MessageSetAside',
  { readonly as: Exclude<MailKind, 'person'>; readonly reason: string; readonly routing: Trace }
>;

export type MessageQuarantined = DomainEvent<'MessageQuarantined', { readonly reason: string; readonly attempts: number }>;

export type MessageAssigned = DomainEvent<
  'MessageAssigned',
  {
    readonly candidateId: string;
    readonly applicationId?: string;
    /** Whether the sender's address is to be added to the candidate's (S40). */
    readonly teachesAddress: boolean;
    /** Where the application says it; absent: as it was. */
    readonly subsidiary?: SubsidiaryFound;
  }
>;
export type MessageReassigned = DomainEvent<
  'MessageReassigned',
  {
    readonly from: string;
    readonly candidateId: string;
    readonly applicationId?: string;
    readonly teachesAddress: boolean;
    readonly subsidiary?: SubsidiaryFound;
  }
>;
export type AssignmentUndone = DomainEvent<'AssignmentUndone', { readonly candidateId: string }>;
export type MessageApplicationSet = DomainEvent<
  'MessageApplicationSet',
  { readonly applicationId: string; readonly subsidiary?: SubsidiaryFound }
>;
export type MessageDismissed = DomainEvent<'MessageDismissed', { readonly reason?: Personal<string> }>;

/** `reader` is the keyed HMAC of who looked: read state is per user. */
export type MessageOpened = DomainEvent<'MessageOpened', { readonly reader: string }>;
export type MessageMarkedNew = DomainEvent<'MessageMarkedNew', { readonly reader: string }>;
/** Shared by all: no answer is owed any more. */
export type MessageHandled = DomainEvent<'MessageHandled'>;
export type MessageHandlingReopened = DomainEvent<'MessageHandlingReopened'>;

/** `expiresAt`: UTC, ISO 8601. */
export type ExpiryAnnounced = DomainEvent<'ExpiryAnnounced', { readonly daysLeft: number; readonly expiresAt: string }>;
/** Nobody has opened it: an administrator must confirm before it is deleted. */
export type ExpiryConfirmationRequested = DomainEvent<'ExpiryConfirmationRequested'>;
export type MessageExpired = DomainEvent<'MessageExpired', { readonly confirmedByAdministrator: boolean }>;

export type InboundMessageChanged =
  | MessageReceivedAgain
  | MessageClassified
  | MessageRoutedToCandidate
  | MessageQueuedForAssignment
  | MessageFiled
  | ReportPassedOn
  | MessageSetAside
  | MessageQuarantined
  | MessageAssigned
  | MessageReassigned
  | AssignmentUndone
  | MessageApplicationSet
  | MessageDismissed
  | MessageOpened
  | MessageMarkedNew
  | MessageHandled
  | MessageHandlingReopened
  | ExpiryAnnounced
  | ExpiryConfirmationRequested
  | MessageExpired;
export type InboundMessageEvent = MessageReceived | InboundMessageChanged;
