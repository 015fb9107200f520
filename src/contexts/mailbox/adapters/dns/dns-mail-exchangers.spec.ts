import { afterEach, describe, expect, it } from '@jest/globals';
import { DnsServer } from '#test/peers/dns-server.js';
import { DnsMailExchangers } from './dns-mail-exchangers.js';

const servers: DnsServer[] = [];

async function exchangersIn(records: Readonly<Record<string, readonly string[]>>) {
  const server = await DnsServer.start(records);
  servers.push(server);
  const now = { milliseconds: 0 };
  return { server, exchangers: new DnsMailExchangers([server.address], () => now.milliseconds), now };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

describe('who receives the mail of a domain, as the DNS says', () => {
  it('R33: is Google where an exchanger is one of Google’s, in every form that Google has published', async () => {
    const { exchangers } = await exchangersIn({
      'new.example': ['smtp.google.com'],
      'old.example': ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'],
      'older.example': ['ASPMX2.GOOGLEMAIL.COM'],
      'half.example': ['mx.half.example', 'smtp.google.com'],
    });
    for (const domain of ['new.example', 'old.example', 'older.example', 'half.example'])
      expect(await exchangers.areGoogles(`jobs@${domain}`)).toBe(true);
  });

  it('R33: is not Google where the name only looks like it, or nothing is known', async () => {
    const { exchangers } = await exchangersIn({
      'own.example': ['mail.own.example'],
      'like.example': ['smtp.google.com.like.example', 'notgoogle.com'],
      'none.example': [],
    });
    for (const domain of ['own.example', 'like.example', 'none.example', 'unknown.example'])
      expect(await exchangers.areGoogles(`jobs@${domain}`)).toBe(false);
    expect(await exchangers.areGoogles('no address')).toBe(false);
  });

  it('is asked once in ten minutes', async () => {
    const { server, exchangers, now } = await exchangersIn({ 'acme.example': ['smtp.google.com'] });
    const tenMinutes = 10 * 60_000;
    for (const at of [0, 1, tenMinutes - 1]) {
      now.milliseconds = at;
      await exchangers.areGoogles('jobs@acme.example');
    }
    expect(server.asked).toHaveLength(1);
    now.milliseconds = tenMinutes;
    await exchangers.areGoogles('jobs@acme.example');
    expect(server.asked).toHaveLength(2);
  });

  it('is nobody’s while the DNS is silent, and is asked again a minute later', async () => {
    const { server, exchangers, now } = await exchangersIn({ 'acme.example': ['smtp.google.com'] });
    server.silent = true;
    expect(await exchangers.areGoogles('jobs@acme.example')).toBe(false);
    const asked = server.asked.length;
    now.milliseconds = 59_999;
    expect(await exchangers.areGoogles('jobs@acme.example')).toBe(false);
    expect(server.asked).toHaveLength(asked);

    server.silent = false;
    now.milliseconds = 60_000;
    expect(await exchangers.areGoogles('jobs@acme.example')).toBe(true);
  }, 20_000);
});
