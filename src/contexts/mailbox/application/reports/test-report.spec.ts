import { describe, expect, it } from '@jest/globals';
import type { Encryption } from '../../domain/recruiting-mailbox/channel.js';
import { testReport } from './test-report.js';

const test = { testId: 't-1', testedAt: '2026-03-02T08:00:00.000Z', channel: 'smtp', succeeded: false } as const;

describe('the report of a test', () => {
  it('RFC 6531: says that the server takes no such address, of a sender and of a recipient', () => {
    const ofSender = { ...test, transport: 'probe', outcome: 'sender-refused', stage: 'sender', fault: 'smtputf8-not-offered' } as const;
    const ofRecipient = { ...test, transport: 'smtp', outcome: 'smtputf8-not-offered', stage: 'recipient' } as const;
    for (const each of [ofSender, ofRecipient]) {
      expect(testReport(each, 'de')).toContain('- SMTPUTF8 auf dem Server einschalten');
      expect(testReport(each, 'en')).toContain('- Switch SMTPUTF8 on at the server');
    }
    expect(testReport(ofSender, 'en')).toContain('Fault of the connection: smtputf8-not-offered');
    expect(testReport(ofRecipient, 'en')).toContain('The server takes no address with other characters than ASCII before the @');
  });

  it('R66, R88: says of plain STARTTLS that the certificate is not checked, and of no other mode', () => {
    const report = (encryption: Encryption, language: 'de' | 'en') => {
      const server = { host: 'mail.acme.example', port: 587, encryption, account: 'jobs@acme.example' };
      return testReport({ ...test, transport: 'probe', outcome: 'login-refused', stage: 'login', server }, language);
    };
    expect(report('starttls', 'de')).toContain('Verschlüsselung: starttls (das Zertifikat wird nicht geprüft)\n');
    expect(report('starttls', 'en')).toContain('Encryption: starttls (the certificate is not checked)\n');
    for (const checked of ['starttls-verified', 'smtps'] as const) {
      expect(report(checked, 'de')).toContain(`Verschlüsselung: ${checked}\n`);
      expect(report(checked, 'en')).toContain(`Encryption: ${checked}\n`);
    }
  });
});
