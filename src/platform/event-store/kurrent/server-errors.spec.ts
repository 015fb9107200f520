import { describe, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  UnavailableError,
  UnknownError,
  UnsupportedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { meaningOf } from './server-errors.js';
import { TooLate } from './within.js';

const wrongVersion = (current: bigint | 'no_stream') =>
  new WrongExpectedVersionError(undefined, { streamName: 's', expected: 5n, current });

function withMessage<Thrown extends Error>(error: Thrown, message: string): Thrown {
  return Object.assign(error, { message });
}

/** As grpc throws it where the client has made nothing of it: code 14 and no type. */
function plain(message: string): Error {
  return Object.assign(new Error(message), { code: 14, details: message });
}

describe('an error of the client', () => {
  it.each([
    ['another revision', wrongVersion(7n), { kind: 'conflict', actual: 7n }],
    ['no stream where one was expected', wrongVersion('no_stream'), { kind: 'conflict', actual: 'noStream' }],
    ['a stream deleted for ever', StreamDeletedError.fromStreamName('s'), { kind: 'refused' }],
    ['an append that is too large', MaxAppendSizeExceededError.fromMaxAppendSize(1), { kind: 'refused' }],
    ['a user that may not', new AccessDeniedError(), { kind: 'denied' }],
    ['a stream that is not there', new StreamNotFoundError(undefined, 's'), { kind: 'no-such-stream' }],
    ['a read between two records', plain('2 UNKNOWN: Unexpected ReadAllResult: InvalidPosition'), { kind: 'no-such-position' }],
    [
      'a subscription between two records',
      plain('3 INVALID_ARGUMENT: Trying to read from an invalid position.'),
      { kind: 'no-such-position' },
    ],
  ])('means what is certain of it: %s', (_, error, meaning) => {
    expect(meaningOf(error)).toMatchObject(meaning);
  });

  it.each([
    ['an own timer', new TooLate('late'), 'does not answer'],
    ['a closed port', withMessage(new UnavailableError(), '14 UNAVAILABLE: connect ECONNREFUSED 10.0.0.1:2113'), 'Nothing listens'],
    ['a reset', withMessage(new UnavailableError(), '14 UNAVAILABLE: read ECONNRESET'), 'broken'],
    ['an error without a type', plain('14 UNAVAILABLE: Connection dropped'), 'broken'],
    ['a reset stream', withMessage(new UnknownError(), '13 INTERNAL: Received RST_STREAM with code 2'), 'broken'],
    ['a node that is not ready', withMessage(new UnknownError(), 'Server Is Not Ready'), 'not ready yet'],
    ['a name nobody knows', plain('14 UNAVAILABLE: Name resolution failed for target dns:db'), 'DNS'],
    ['a certificate nobody knows', plain('14 UNAVAILABLE: self-signed certificate in certificate chain'), 'certificate is not trusted'],
    ['a server without TLS', plain('14 UNAVAILABLE: write EPROTO 0A00010B:SSL routines::wrong version number'), 'does not speak TLS'],
    ['a cluster that is gone', new Error('Failed to discover after 5 attempts.'), 'No node'],
    ['what the client does not support', new UnsupportedError('x', '99'), 'broken'],
    ['what is no error at all', 'thrown text', 'broken'],
  ])('leaves the outcome unknown: %s', (_, error, sentence) => {
    expect(meaningOf(error)).toEqual({ kind: 'unknown', why: expect.stringContaining(sentence) });
  });

  it('is told without addresses and without what the client says', () => {
    const told = meaningOf(plain('14 UNAVAILABLE: connect ECONNREFUSED esdb://admin:changeit@10.0.0.1:2113'));
    expect(JSON.stringify(told)).not.toMatch(/changeit|10\.0/);
  });
});
