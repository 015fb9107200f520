import { ErrorType } from '@eventstore/db-client';
import type { ExpectedRevision } from '../event-store.port.js';
import { TooLate } from './within.js';

/**
 * What an error of the client means. `unknown` is every error after which nobody knows whether the call was carried out; a read may
 * simply be repeated then, an append only with the same bytes at the same revision.
 */
export type Meaning =
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'no-such-stream' }
  | { readonly kind: 'no-such-position' }
  | { readonly kind: 'unknown'; readonly why: string };

/** As measured with 6.2.1. `why` is a sentence for the operator; the client's own words may hold addresses and are not repeated. */
export function meaningOf(error: unknown): Meaning {
  switch (fieldOf(error, 'type')) {
    case ErrorType.WRONG_EXPECTED_VERSION:
      return conflict(fieldOf(error, 'actualVersion'));
    case ErrorType.STREAM_NOT_FOUND:
      return { kind: 'no-such-stream' };
    case ErrorType.STREAM_DELETED:
      return { kind: 'refused', why: 'The stream was deleted for ever by the operator of the event store.' };
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return { kind: 'refused', why: 'The event store takes only smaller appends.' };
    case ErrorType.ACCESS_DENIED:
      return { kind: 'denied', why: 'The event store does not let this user in; see POSTSTELLE_EVENT_STORE_USER and _PASSWORD.' };
    default:
      return isInvalidPosition(error) ? { kind: 'no-such-position' } : { kind: 'unknown', why: whyUnknown(error) };
  }
}

function conflict(actual: unknown): Meaning {
  if (typeof actual === 'bigint') return { kind: 'conflict', actual };
  return actual === 'no_stream'
    ? { kind: 'conflict', actual: 'noStream' }
    : { kind: 'unknown', why: 'The event store gave half an answer.' };
}

/** A place between two records: of another history than the server holds. Reads and subscriptions have words of their own for it. */
function isInvalidPosition(error: unknown): boolean {
  const message = messageOf(error);
  return message.includes('ReadAllResult: InvalidPosition') || message.includes('read from an invalid position');
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'Nothing listens at the address of the event store.'],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/i, 'The name of the event store is not known to the DNS.'],
  [/certificate|self.signed|CERT_|ERR_TLS/i, "The event store's certificate is not trusted; see POSTSTELLE_EVENT_STORE_CA_FILE."],
  [
    /wrong version number|EPROTO|SSL routines/i,
    'The event store does not speak TLS at this address (tls=false says so), or something else listens there.',
  ],
  [/Not Ready/i, 'The event store is starting and not ready yet.'],
  [/Failed to discover/, 'No node of the event store could be found.'],
];

function whyUnknown(error: unknown): string {
  if (error instanceof TooLate) return 'The event store does not answer.';
  const message = messageOf(error);
  return reasons.find(([form]) => form.test(message))?.[1] ?? 'The connection to the event store is broken.';
}

function messageOf(error: unknown): string {
  const message = fieldOf(error, 'message');
  return typeof message === 'string' ? message : '';
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}
