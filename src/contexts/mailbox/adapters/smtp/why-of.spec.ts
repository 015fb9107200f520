import { describe, expect, it } from '@jest/globals';
import type { SmtpFailure } from '#platform/smtp-client/smtp-transmission.js';
import { whyOf } from './why-of.js';

const stages = ['login', 'sender', 'recipient'] as const;
const refused = { login: 'login-refused', sender: 'sender-refused', recipient: 'recipient-refused' };
const answered = (stage: SmtpFailure['stage'], code: number, enhanced?: string): SmtpFailure => ({
  stage,
  reply: { code, ...(enhanced === undefined ? {} : { enhanced }) },
  contentLeft: false,
});

describe('R87: why a server cannot be used', () => {
  it.each(stages)('is a refusal at %s where the server said so for good', (stage) => {
    expect(whyOf(answered(stage, 550, '5.7.1'))).toBe(refused[stage]);
    expect(whyOf(answered(stage, 535))).toBe(refused[stage]);
  });

  it.each(stages)('is none at %s where the line broke, the server was busy, out of step or out of quota', (stage) => {
    expect(whyOf({ stage, fault: 'connection-lost', contentLeft: false })).toBe('connection-lost');
    for (const failure of [answered(stage, 421), answered(stage, 454, '4.7.0'), answered(stage, 550, '5.4.5')])
      expect(whyOf(failure)).toBe('refused-for-now');
    if (stage !== 'login') expect(whyOf(answered(stage, 503))).toBe('refused-for-now');
    expect(whyOf({ stage, fault: 'timeout', contentLeft: false })).toBe('server-timed-out');
  });

  it('is the server’s way to log in where it knows no password, and the address where it takes ASCII alone', () => {
    for (const code of [500, 502, 503, 504]) expect(whyOf(answered('login', code))).toBe('login-not-offered');
    expect(whyOf({ stage: 'sender', fault: 'smtputf8-not-offered', contentLeft: false })).toBe('sender-refused');
  });
});
