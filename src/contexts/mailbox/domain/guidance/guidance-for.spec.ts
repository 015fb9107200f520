import { describe, expect, it } from '@jest/globals';
import type { GuidanceFacts } from './guidance.js';
import { guidanceFor } from './guidance-for.js';

const facts: GuidanceFacts = {
  carrier: 'relay',
  redirectTarget: 'acme-jobs+north@poststelle.test',
  individualAddress: 'jobs@acme.example',
  channel: 'service',
  hosts: [],
};

function told(key: string, more: Partial<GuidanceFacts> = {}) {
  return guidanceFor({ ...facts, ...more }).find((guidance) => guidance.key === key);
}

describe('guidance for what lies on the customer’s side', () => {
  it.each([
    ['R7', 'where-the-settings-are', /«Recruiting > Allgemein»/, /Settings > Recruiting > General/],
    ['R18', 'mail-in-the-wrong-place', /anders zuordnen/, /assigned elsewhere/],
    ['R25', 'redirect-on-your-own-server', /IT-Abteilung/, /IT department/],
    ['R26', 'keep-copies-on-your-server', /Kopien .* jobs@acme\.example/, /copies .* jobs@acme\.example/],
    ['R27', 'forwarding-at-google', /Googles Hinweise/, /best practices for forwarding/],
    ['R29', 'microsoft-shows-the-account-name', /Anzeigenamen/, /display name/],
    ['R31', 'which-provider-which-way', /diese Version noch nicht hat/, /this version does not have yet/],
    ['R32', 'other-providers-over-smtp', /SMTP-Verbindung/, /SMTP connection/],
    ['R54', 'smtp-needs-your-it', /IT-Abteilung/, /IT department/],
    ['R57', 'smtp-settings-of-your-server', /Exchange Server/, /Exchange Server/],
    ['R58', 'microsoft-365-requirements', /SMTP AUTH/, /SMTP AUTH/],
  ])('%s: is told under %s in German and English', (rule, key, de, en) => {
    const guidance = told(key);
    expect(guidance).toMatchObject({ rule });
    expect(guidance?.de).toMatch(de);
    expect(guidance?.en).toMatch(en);
  });

  it('R9: names what really carries the mail of the service', () => {
    expect(told('who-carries-the-service')?.en).toContain('the operator’s SMTP relay');
    expect(told('who-carries-the-service', { carrier: 'local-outbox' })?.de).toContain('nichts verlässt die Maschine');
    expect(JSON.stringify(guidanceFor(facts))).not.toContain('Mailjet');
  });

  it('R89: tells who can look into delivery problems once mail leaves over the company’s server, and not before', () => {
    expect(told('own-server-own-delivery')).toBeUndefined();
    expect(told('own-server-own-delivery', { channel: 'smtp' })).toMatchObject({ rule: 'R89' });
  });

  it('R24, R25: has the redirect’s target and the company’s own address filled in', () => {
    expect(told('redirect-on-your-own-server')?.de).toContain('jobs@acme.example an acme-jobs+north@poststelle.test');
  });

  it('R58: leaves Microsoft out where another server is connected', () => {
    expect(told('microsoft-365-requirements', { hosts: ['mail.acme.example'] })).toBeUndefined();
    expect(told('microsoft-365-requirements', { hosts: ['mail.north.example', 'smtp.office365.com'] })).toBeDefined();
  });
});
