import { describe, expect, it } from '@jest/globals';
import { relayFrom } from './relay-url.js';

describe('the URL of the relay', () => {
  it('names host, port and login, percent-encoded where it must be', () => {
    expect(relayFrom('smtp://ops%40acme:p%3Ass@mail.example:2587')).toEqual({
      host: 'mail.example',
      port: 2587,
      encryption: 'starttls',
      verified: true,
      ofOperator: true,
      login: { user: 'ops@acme', pass: 'p:ss' },
    });
    expect(relayFrom('smtps://mail.example')).toEqual({
      host: 'mail.example',
      port: 465,
      encryption: 'tls',
      verified: true,
      ofOperator: true,
    });
    expect(relayFrom('smtp://[::1]')).toEqual({
      host: '::1',
      port: 587,
      encryption: 'opportunistic',
      verified: false,
      ofOperator: true,
    });
    expect(relayFrom('smtp://mail.example:25')).toMatchObject({ verified: false });
  });

  it.each(['', 'mail.example', 'http://mail.example', 'smtp://', 'smtp://secret%zz@mail.example'])(
    'refuses %p without repeating it',
    (url) => {
      expect(() => relayFrom(url)).toThrow(/^POSTSTELLE_SERVICE_RELAY must be/);
    },
  );
});
