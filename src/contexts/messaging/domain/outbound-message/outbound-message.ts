import type { Aggregate } from '#kernel/aggregate.js';
import type { DeliveryAttemptStarted, MessageHeld, MessageQueued, OutboundMessageChanged } from './events.js';
import { marksAddress } from './bounce-hardness.js';
import { waitsForRepair } from './reasons-to-wait.js';
import { afterReport, type Reports } from './reports.js';

/** What every message has, whatever has become of it. */
export interface Facts {
  readonly queued: MessageQueued['data'];
  /** What left, or began to: retries send the same bytes. */
  readonly lastAttempt?: DeliveryAttemptStarted['data'];
  readonly attempts: number;
  /** Whether any attempt ever had an open outcome: the message is never composed again then. */
  readonly everUncertain: boolean;
  readonly reports: Reports;
  /** The mailbox over whose own connection it is to leave: it does not leave over the service unless somebody says so. */
  readonly waitsFor: string | undefined;
  /** It came back because the address itself is bad: the address is marked, and further mail to it warns (S17). */
  readonly marksAddress: boolean;
}

/** Failures in a row since the message was queued, or released after it was held or uncertain. */
export interface Failures {
  readonly count: number;
  /** UTC, ISO 8601. */
  readonly firstAt: string;
}

/** Waits for its turn, or under way. */
export type Underway =
  | { readonly state: 'queued'; readonly failures?: Failures }
  | {
      readonly state: 'deferred';
      readonly failures: Failures;
      readonly retryAt: string;
      readonly reason: string;
    }
  | { readonly state: 'attempting'; readonly failures?: Failures };

/** Waits for a person or a repair. */
export type Standing =
  | { readonly state: 'held'; readonly reason: string; readonly mailboxId?: string; readonly heldAt?: string; readonly failures?: Failures }
  | { readonly state: 'uncertain'; readonly reason: string };

export type Ended =
  | { readonly state: 'accepted'; readonly by: 'server' | 'person' }
  | { readonly state: 'written-to-local-outbox'; readonly file: string }
  | { readonly state: 'rejected'; readonly reason: string }
  | { readonly state: 'given-up'; readonly reason: string }
  | { readonly state: 'cancelled' };

export type OutboundMessage = Facts & (Underway | Standing | Ended);
export type OutboundState = OutboundMessage['state'];

export const outboundMessage: Aggregate<OutboundMessage, MessageQueued, OutboundMessageChanged> = {
  category: 'outbound-message',

  create: ({ data }) => ({
    queued: data,
    attempts: 0,
    everUncertain: false,
    reports: {},
    marksAddress: false,
    waitsFor: data.channel === 'smtp' ? data.mailboxId : undefined,
    state: 'queued',
  }),

  evolve(message, event) {
    const facts = factsOf(message);
    switch (event.type) {
      case 'DeliveryAttemptStarted':
        return { ...facts, attempts: event.data.attempt, lastAttempt: event.data, state: 'attempting', ...failuresOf(message) };
      case 'MessageAccepted':
        return { ...facts, state: 'accepted', by: event.data.by };
      case 'WrittenToLocalOutbox':
        return { ...facts, state: 'written-to-local-outbox', file: event.data.file };
      case 'MessageDeferred':
        return {
          ...facts,
          waitsFor: event.data.channel === 'smtp' ? (event.data.mailboxId ?? message.queued.mailboxId) : undefined,
          state: 'deferred',
          failures: oneMore(message, event.data.failedAt),
          retryAt: event.data.retryAt,
          reason: event.data.reason,
        };
      case 'MessageRejected':
        return { ...facts, marksAddress: marksAddress(event), state: 'rejected', reason: event.data.reason };
      case 'MessageDeliveryUncertain':
        return { ...facts, everUncertain: true, state: 'uncertain', reason: event.data.reason };
      case 'MessageGivenUp':
        return { ...facts, state: 'given-up', reason: event.data.reason };
      case 'MessageCancelled':
        return { ...facts, state: 'cancelled' };
      case 'MessageHeld':
        return {
          ...facts,
          waitsFor: event.data.reason === waitsForRepair ? event.data.mailboxId : message.waitsFor,
          state: 'held',
          ...heldSince(event.data),
          ...failuresOf(message),
        };
      case 'MessageReleased':
        return {
          ...facts,
          waitsFor: event.data.reason === 'connection-restored' ? message.waitsFor : undefined,
          state: 'queued',
          // Tried again sooner, and no longer for that: the 5 days go on.
          ...(message.state === 'deferred' ? failuresOf(message) : {}),
        };
      case 'MessageBounced':
        return { ...message, reports: afterReport(message.reports, event), marksAddress: message.marksAddress || marksAddress(event) };
      case 'MessageDelivered':
      case 'MessageDelayReported':
      case 'MessageComplainedAbout':
        return { ...message, reports: afterReport(message.reports, event) };
      case 'BounceMarkCleared':
        return { ...message, marksAddress: false };
    }
  },
};

function factsOf({ queued, lastAttempt, attempts, everUncertain, reports, marksAddress, waitsFor }: OutboundMessage): Facts {
  return {
    queued,
    attempts,
    everUncertain,
    reports,
    marksAddress,
    waitsFor,
    ...(lastAttempt === undefined ? {} : { lastAttempt }),
  };
}

function heldSince({ reason, mailboxId, heldAt }: MessageHeld['data']) {
  return { reason, ...(mailboxId === undefined ? {} : { mailboxId }), ...(heldAt === undefined ? {} : { heldAt }) };
}

function failuresOf(message: OutboundMessage): { readonly failures?: Failures } {
  return 'failures' in message ? { failures: message.failures } : {};
}

function oneMore(message: OutboundMessage, failedAt: string): Failures {
  const { failures } = failuresOf(message);
  return failures === undefined ? { count: 1, firstAt: failedAt } : { ...failures, count: failures.count + 1 };
}
