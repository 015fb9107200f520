import { describe, expect, it } from '@jest/globals';
import { ConfigurationMistakes, readConfig } from './read-config.js';
import { settings, settingsTable } from './settings.js';

function mistakesIn(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationMistakes) return error.sentences;
    throw error;
  }
}

describe('reading the configuration', () => {
  it('needs nothing: an empty environment gives the embedded profile on this machine only', () => {
    expect(readConfig({ PATH: '/bin' })).toMatchObject({
      http: { host: '127.0.0.1', port: 3000 },
      smtp: { host: '127.0.0.1', port: 2525, name: 'poststelle.test', maxBytes: 36_700_160 },
      mailDomain: 'poststelle.test',
      formerMailDomains: [],
      maxOutboundBytes: 10_485_760,
      tokens: {},
    });
  });

  it('leaves out what is not set, so that nobody mistakes an empty text for a value', () => {
    const config = readConfig({ POSTSTELLE_SERVICE_RELAY: '  ' });
    expect(config).not.toHaveProperty('serviceRelay');
    expect(config).not.toHaveProperty('masterKey');
    expect(config.http).not.toHaveProperty('publicUrl');
  });

  it('takes every variable that it lists', () => {
    expect(
      readConfig({
        POSTSTELLE_DATA: '/srv/post',
        POSTSTELLE_MAIL_DOMAIN: 'Mail.Example.com',
        POSTSTELLE_FORMER_MAIL_DOMAINS: 'old.example.com, older.example.com,',
        POSTSTELLE_ONLY_DELIVER_TO: 'me@example.com,@Acme.example',
        POSTSTELLE_DKIM_SELECTOR: 's1',
        POSTSTELLE_DKIM_KEY_FILE: '/keys/dkim.pem',
        POSTSTELLE_PUBLIC_URL: 'https://post.example.com/',
        POSTSTELLE_SMTP_TLS_CERTIFICATE: '/keys/cert.pem',
        POSTSTELLE_SMTP_TLS_KEY: '/keys/key.pem',
        POSTSTELLE_OIDC_ISSUER: 'https://id.example.com',
        POSTSTELLE_OIDC_AUDIENCE: 'poststelle',
        POSTSTELLE_OIDC_JWKS_URL: 'https://id.example.com/keys',
        POSTSTELLE_SMTP_IDLE_SECONDS: '60',
      }),
    ).toMatchObject({
      dataDirectory: '/srv/post',
      mailDomain: 'mail.example.com',
      formerMailDomains: ['old.example.com', 'older.example.com'],
      onlyDeliverTo: ['me@example.com', '@acme.example'],
      dkim: { selector: 's1', privateKeyFile: '/keys/dkim.pem' },
      http: { publicUrl: 'https://post.example.com' },
      smtp: { tls: { certificateFile: '/keys/cert.pem', keyFile: '/keys/key.pem' }, idleTimeoutMs: 60_000 },
      tokens: { external: { issuer: 'https://id.example.com', audience: 'poststelle', jwksUrl: 'https://id.example.com/keys' } },
    });
  });

  it.each([
    ['POSTSTELLE_HTTP_PORT', 'three thousand', 'must be a whole number from 0 to 65535'],
    ['POSTSTELLE_HTTP_PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['POSTSTELLE_HTTP_PORT', '-1', 'must be a whole number from 0 to 65535'],
    ['POSTSTELLE_HTTP_PORT', '1e3', 'must be a whole number from 0 to 65535'],
    ['POSTSTELLE_HTTP_HOST', 'local host', 'must be a host name or an IP address'],
    ['POSTSTELLE_MAIL_DOMAIN', 'localhost', 'must be a domain such as'],
    ['POSTSTELLE_MAIL_DOMAIN', 'müller.example', 'must be a domain such as'],
    ['POSTSTELLE_FORMER_MAIL_DOMAINS', 'old.example.com,nonsense', 'has an entry that must be a domain'],
    ['POSTSTELLE_MASTER_KEY', 'c2hvcnQ=', 'must be 32 bytes in base64'],
    ['POSTSTELLE_SERVICE_RELAY', 'http://relay.example', 'must be a URL that begins with smtp:// or smtps://'],
    ['POSTSTELLE_ONLY_DELIVER_TO', 'somebody', 'has an entry that is neither an e-mail address nor a @domain'],
    ['POSTSTELLE_LOG_LEVEL', 'loud', 'must be one of trace, debug'],
    ['POSTSTELLE_OIDC_ISSUER', 'id.example.com', 'must be a URL that begins with https:// or http://'],
    ['POSTSTELLE_SMTP_MAX_RECIPIENTS', '0', 'must be a whole number from 1 to 1000'],
  ])('says what is wrong with %s=%s', (name, value, wrong) => {
    expect(mistakesIn({ [name]: value }).join(' ')).toContain(`${name} ${wrong}`);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(mistakesIn({ POSTSTELLE_MASTER_KEY: 'hunter2', POSTSTELLE_SERVICE_RELAY: 'ftp://user:hunter2@relay' }).join()).not.toContain(
      'hunter2',
    );
  });

  it('wants settings that belong together all together', () => {
    expect(mistakesIn({ POSTSTELLE_DKIM_SELECTOR: 's1' })).toEqual([
      'POSTSTELLE_DKIM_SELECTOR, POSTSTELLE_DKIM_KEY_FILE belong together: POSTSTELLE_DKIM_KEY_FILE is missing.',
    ]);
    expect(mistakesIn({ POSTSTELLE_OIDC_ISSUER: 'https://id.example.com' })).toHaveLength(1);
    expect(mistakesIn({ POSTSTELLE_SMTP_TLS_KEY: '/key.pem' })).toHaveLength(1);
  });

  it('takes a server for the events, and leaves it out where there is none', () => {
    expect(readConfig({})).not.toHaveProperty('eventStore');
    expect(
      readConfig({
        POSTSTELLE_EVENT_STORE: 'esdb://db.example.com:2113',
        POSTSTELLE_EVENT_STORE_CA_FILE: '/keys/ca.pem',
        POSTSTELLE_EVENT_STORE_NAMESPACE: 'staging',
        POSTSTELLE_EVENT_STORE_USER: 'poststelle',
        POSTSTELLE_EVENT_STORE_PASSWORD: 'a:b@c',
      }).eventStore,
    ).toEqual({
      nodes: [{ address: 'db.example.com', port: 2113 }],
      discover: false,
      tls: true,
      caFile: '/keys/ca.pem',
      namespace: 'staging',
      credentials: { username: 'poststelle', password: 'a:b@c' },
    });
  });

  it('never sends a password over a connection without TLS, nor takes one that would be without effect', () => {
    const credentials = { POSTSTELLE_EVENT_STORE_USER: 'poststelle', POSTSTELLE_EVENT_STORE_PASSWORD: 'secret' };
    expect(mistakesIn({ POSTSTELLE_EVENT_STORE: 'esdb://db?tls=false', ...credentials })).toEqual([
      'POSTSTELLE_EVENT_STORE_USER needs TLS: without it the password would be readable on the network (tls=false).',
    ]);
    expect(mistakesIn(credentials)).toEqual(['POSTSTELLE_EVENT_STORE_USER is without effect, because POSTSTELLE_EVENT_STORE is not set.']);
    expect(mistakesIn({ POSTSTELLE_EVENT_STORE: 'esdb://db', POSTSTELLE_EVENT_STORE_NAMESPACE: 'my.staging' })).toHaveLength(1);
    expect(mistakesIn({ POSTSTELLE_EVENT_STORE: 'esdb://admin:secret@db' }).join()).not.toContain('secret');
  });

  it('tells a misspelt variable, and the one that was meant', () => {
    expect(mistakesIn({ POSTSTELLE_ONLY_DELIVER: 'me@example.com' })).toEqual([
      'POSTSTELLE_ONLY_DELIVER is no setting of this service; did you mean POSTSTELLE_ONLY_DELIVER_TO?',
    ]);
    expect(mistakesIn({ POSTSTELLE_COFFEE: 'black' })).toEqual(['POSTSTELLE_COFFEE is no setting of this service.']);
  });

  it('tells all mistakes at once', () => {
    expect(
      mistakesIn({ POSTSTELLE_HTTP_PORT: 'x', POSTSTELLE_SMTP_PORT: 'y', POSTSTELLE_MAIL_DOMAIN: 'z', POSTSTELLE_X: '1' }),
    ).toHaveLength(4);
  });

  it('lists every variable once, for the README and the doctor', () => {
    const names = settings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(settingsTable()).toContain('| `POSTSTELLE_HTTP_PORT` | 3000 | Port of the API. |');
  });
});
