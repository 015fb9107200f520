import type { DomainEvent } from '#kernel/domain-event.js';

/**
 * What is counted of messages, and nothing else of them: the events of messaging seen through the few fields that name no person. A spec
 * holds them against the events themselves.
 */
export type Received = DomainEvent<'MessageReceived'>;
export type Queued = DomainEvent<'MessageQueued', { readonly mailboxId: string }>;
export type AttemptStarted = DomainEvent<'DeliveryAttemptStarted', { readonly channel: string }>;
export type Accepted = DomainEvent<'MessageAccepted', { readonly by: 'server' | 'person' }>;
export type Written = DomainEvent<'WrittenToLocalOutbox'>;

export type MailFact = Received | Queued | AttemptStarted | Accepted | Written;
