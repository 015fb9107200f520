import { describe, expect, it } from '@jest/globals';
import type { Config } from '#platform/config/config.js';
import type { Mailbox } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import { nothingKnown, type Redirect } from '../domain/recruiting-mailbox/redirect.js';
import { ConnectionWarnings } from './connection-warnings.js';
import type { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

const now = new Date('2026-01-01T00:00:00Z');

/** Of a mailbox with this address, and a connection with these settings, where there is one. */
function warningsOf(
  individualAddress: string,
  settings?: { readonly host: string; readonly encryption: string },
  redirect: Redirect = nothingKnown,
) {
  const warnings = new ConnectionWarnings(
    {} as RecruitingMailboxes,
    { areGoogles: async (address) => Promise.resolve(address.endsWith('@at-google.example')) },
    { now: () => now },
    { microsoftPasswordSignInEnds: '2026-12-31', mailDomain: 'poststelle.test', formerMailDomains: [] as readonly string[] } as Config,
  );
  return warnings.of({ individualAddress, redirect, ...(settings && { smtp: { settings } }) } as Mailbox);
}

describe('what an administrator is warned of', () => {
  it('R33: that Google receives the mail of the domain, before any connection is there', async () => {
    expect(await warningsOf('jobs@at-google.example')).toEqual([{ warning: 'google-receives-this-domain' }]);
    expect(await warningsOf('jobs@acme.example')).toEqual([]);
  });

  it('R66: that plain STARTTLS believes whoever answers, and no other mode does', async () => {
    expect(await warningsOf('jobs@acme.example', { host: 'mail.acme.example', encryption: 'starttls' })).toEqual([
      { warning: 'replies-will-not-arrive' },
      { warning: 'certificate-not-verified' },
    ]);
    expect(await warningsOf('jobs@acme.example', { host: 'mail.acme.example', encryption: 'smtps' })).toEqual([
      { warning: 'replies-will-not-arrive' },
    ]);
  });

  it('R23: that answers will not arrive, until a redirect is confirmed, and again when the proof is stale', async () => {
    const settings = { host: 'mail.acme.example', encryption: 'smtps' };
    const proven = (confirmedAt: string): Redirect => ({ open: [], proof: { testId: 'test', address: 'jobs@acme.example', confirmedAt } });
    expect(await warningsOf('jobs@acme.example', settings, proven('2025-12-31T00:00:00Z'))).toEqual([]);
    expect(await warningsOf('jobs@acme.example', settings, proven('2025-09-01T00:00:00Z'))).toEqual([
      { warning: 'replies-will-not-arrive' },
    ]);
  });

  it('R29: of Microsoft’s end of passwords and its display name', async () => {
    expect(await warningsOf('jobs@acme.example', { host: 'smtp.office365.com', encryption: 'smtps' })).toEqual([
      { warning: 'replies-will-not-arrive' },
      { warning: 'microsoft-ends-password-sign-in', from: '2026-12-31' },
      { warning: 'microsoft-shows-the-account-name' },
    ]);
  });
});
