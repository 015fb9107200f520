import { describe, expect, it } from '@jest/globals';
import type { DeliveryStage } from './events.js';
import { whatFollows, type TransmissionFailure } from './what-follows.js';

type Row = readonly [
  stage: DeliveryStage,
  code: number,
  enhanced: string | undefined,
  then: string,
  reason: string,
  more: 'this-message' | 'mailbox' | 'alarm',
];

const replies: readonly Row[] = [
  ['connect', 421, undefined, 'defer', 'server-closing', 'mailbox'],
  ['connect', 554, '5.7.1', 'defer', 'server-refuses-us', 'mailbox'],
  ['tls', 454, '4.7.0', 'defer', 'refused-for-now', 'mailbox'],
  ['login', 535, '5.7.8', 'defer', 'login-refused', 'alarm'],
  ['login', 503, '5.5.1', 'defer', 'login-refused', 'alarm'],
  ['login', 454, '4.7.0', 'defer', 'refused-for-now', 'mailbox'],
  ['sender', 550, '5.7.1', 'defer', 'sender-refused', 'alarm'],
  ['sender', 451, undefined, 'defer', 'refused-for-now', 'this-message'],
  ['recipient', 450, '4.2.1', 'defer', 'refused-for-now', 'this-message'],
  ['recipient', 550, '5.1.1', 'reject', 'recipient-refused', 'this-message'],
  ['recipient', 550, '5.4.5', 'defer', 'quota-exceeded', 'mailbox'],
  ['recipient', 550, '5.7.60', 'defer', 'sender-or-login-refused', 'alarm'],
  ['recipient', 503, '5.5.1', 'defer', 'out-of-step', 'this-message'],
  ['content', 554, '5.6.0', 'reject', 'content-refused', 'this-message'],
  ['after-content', 552, '5.3.4', 'reject', 'content-refused', 'this-message'],
  ['after-content', 451, '4.3.0', 'defer', 'refused-for-now', 'this-message'],
  ['after-content', 550, '5.4.5', 'defer', 'quota-exceeded', 'mailbox'],
  ['after-content', 554, '5.2.252', 'defer', 'sender-or-login-refused', 'alarm'],
  ['after-content', 421, '4.3.2', 'defer', 'server-closing', 'mailbox'],
];

const faults: readonly (readonly [TransmissionFailure['stage'], NonNullable<TransmissionFailure['fault']>, boolean, string, string])[] = [
  ['connect', 'host-unknown', false, 'defer', 'host-unknown'],
  ['connect', 'refused-connection', false, 'defer', 'refused-connection'],
  ['tls', 'tls-failed', false, 'defer', 'tls-failed'],
  ['recipient', 'timeout', false, 'defer', 'timeout'],
  ['recipient', 'smtputf8-not-offered', false, 'reject', 'smtputf8-not-offered'],
  ['sender', 'smtputf8-not-offered', false, 'defer', 'smtputf8-not-offered'],
  ['content', 'connection-lost', false, 'defer', 'connection-lost'],
  ['content', 'timeout', false, 'defer', 'timeout'],
  ['after-content', 'connection-lost', true, 'uncertain', 'connection-lost-after-content'],
  ['after-content', 'timeout', true, 'uncertain', 'timeout-after-content'],
  ['local', 'refused-locally', true, 'defer', 'refused-locally'],
];

describe('what follows from a failed transmission', () => {
  it.each(replies)('at %s a reply %d %s means: %s, %s (%s)', (stage, code, enhanced, then, reason, more) => {
    const reply = enhanced === undefined ? { code } : { code, enhanced };
    expect(whatFollows({ stage, reply, contentLeft: stage === 'after-content' })).toEqual({
      then,
      reason,
      forMailbox: more !== 'this-message',
      alarm: more === 'alarm',
    });
  });

  it.each(replies)(
    'over a company’s own server at %s a reply %d %s holds its mail where only a person can mend it, and never alarms the operator',
    (stage, code, enhanced, then, reason, more) => {
      const reply = enhanced === undefined ? { code } : { code, enhanced };
      const own = whatFollows({ stage, reply, contentLeft: stage === 'after-content' }, 'own');
      const toMend = ['login-refused', 'sender-refused', 'sender-or-login-refused'].includes(reason);
      expect(own).toEqual({ then: toMend ? 'hold' : then, reason, forMailbox: more !== 'this-message', alarm: false });
    },
  );

  it('holds a mail that is too large for its channel, and no other', () => {
    const failure = { stage: 'sender', reply: { code: 552, enhanced: '5.3.4' }, contentLeft: false } as const;
    for (const channel of ['own', 'service'] as const)
      expect(whatFollows(failure, channel)).toEqual({ then: 'hold', reason: 'too-large-for-channel', forMailbox: false, alarm: false });
  });

  it('RFC 6531: rejects what the server cannot be told as recipient, alone, and holds what it cannot be told as sender', () => {
    const failure = { fault: 'smtputf8-not-offered', contentLeft: false } as const;
    for (const channel of ['own', 'service'] as const)
      expect(whatFollows({ ...failure, stage: 'recipient' }, channel)).toEqual({
        then: 'reject',
        reason: 'smtputf8-not-offered',
        forMailbox: false,
        alarm: false,
      });
    expect(whatFollows({ ...failure, stage: 'sender' }, 'own')).toMatchObject({ then: 'hold', forMailbox: true, alarm: false });
  });

  it('holds the mail of a company whose password is not there', () => {
    expect(whatFollows({ stage: 'login', fault: 'login-missing', contentLeft: false }, 'own')).toMatchObject({
      then: 'hold',
      reason: 'login-missing',
    });
  });

  it('S27: an answer that is neither yes nor no, when the content is gone, leaves the outcome open', () => {
    const failure = { stage: 'after-content', reply: { code: 354 }, contentLeft: true } as const;
    expect(whatFollows(failure)).toMatchObject({ then: 'uncertain', reason: 'out-of-step-after-content' });
  });

  it.each(faults)('S27: at %s, %s with the content gone: %s means: %s, %s', (stage, fault, contentLeft, then, reason) => {
    expect(whatFollows({ stage, fault, contentLeft })).toMatchObject({ then, reason });
  });
});
