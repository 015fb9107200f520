import { describe, expect, it } from '@jest/globals';
import { registerCompany } from './register-company.js';

const acme = { slug: 'acme', name: 'Acme GmbH', languages: ['de', 'en-gb'], timeZone: 'Europe/Berlin', externalId: 'tenant-7' };
const refusal = (change: Partial<typeof acme>) => {
  const answer = registerCompany({ ...acme, ...change });
  return answer.ok ? undefined : answer.refusal.reason;
};

describe('registering a company', () => {
  it('records it with the canonical form of its languages, each once', () => {
    expect(registerCompany({ ...acme, name: ' Acme GmbH ', languages: ['de', 'en-gb', 'DE'] })).toEqual({
      ok: true,
      value: { type: 'CompanyRegistered', data: { ...acme, languages: ['de', 'en-GB'] } },
    });
  });

  it('R11: wants a slug that can stand in an address', () => {
    expect(refusal({ slug: 'Acme GmbH' })).toBe('slug-malformed');
  });

  it('keeps the name of postmaster@ and abuse@ for the operator', () => {
    expect(refusal({ slug: 'operator' })).toBe('slug-reserved');
  });

  it('wants a name', () => {
    expect(refusal({ name: '  ' })).toBe('name-missing');
  });

  it('wants languages of BCP 47', () => {
    expect(refusal({ languages: ['de', 'german language'] })).toBe('language-unknown');
    expect(refusal({ languages: [] })).toBe('language-missing');
  });

  it.each(['Europe/Atlantis', '+01:00', ''])('wants a time zone of IANA, which %j is not', (timeZone) => {
    expect(refusal({ timeZone })).toBe('time-zone-unknown');
  });
});
