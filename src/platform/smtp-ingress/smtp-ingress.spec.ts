import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type DoorOptions, openDoor } from '#test/reception/door.js';
import { SmtpTalk } from '#test/reception/smtp-talk.js';
import { deliver } from '#test/service/smtp-client.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { systemClock } from '#platform/system/system-clock.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';

const folder = temporaryFolders();
const mail = 'From: ada@example.org\r\nSubject: Application\r\n\r\nDear Acme\r\n';
const open: { close(): Promise<void> }[] = [];
const talks: SmtpTalk[] = [];

async function door(options: Partial<DoorOptions> = {}) {
  const opened = await openDoor({ store: new MemoryEventStore(systemClock), folder: folder(), ...options });
  open.push(opened);
  return opened;
}

async function talkTo({ port }: { readonly port: number }) {
  const talk = await SmtpTalk.with(port);
  talks.push(talk);
  return talk;
}

afterEach(async () => {
  for (const talk of talks.splice(0)) talk.end();
  await Promise.all(open.splice(0).map((each) => each.close()));
});

describe('recipients', () => {
  it('R8, R11: a known company’s address is taken, with any plus part and in any case of letters', async () => {
    const talk = await talkTo(await door());
    await talk.say('EHLO client.example');
    await talk.say('MAIL FROM:<ada@example.org>');
    expect(await talk.say('RCPT TO:<ACME-Jobs@Poststelle.Test>')).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<acme-jobs+whatever.it-is@poststelle.test>')).toMatch(/^250 /);
  });

  it.each([
    'nobody-jobs@poststelle.test',
    'acme@poststelle.test',
    'acme-jobs@elsewhere.test',
    'operator-jobs@poststelle.test',
    '-jobs@poststelle.test',
  ])('an unknown one is refused for good: %s', async (address) => {
    const talk = await talkTo(await door());
    await talk.say('EHLO client.example');
    await talk.say('MAIL FROM:<>');
    expect(await talk.say(`RCPT TO:<${address}>`)).toMatch(/^550 5\.1\.1 /);
  });

  it('a former mail domain is still ours (P16)', async () => {
    const talk = await talkTo(await door({ environment: { POSTSTELLE_FORMER_MAIL_DOMAINS: 'old.test' } }));
    expect(await talk.begin('acme-jobs@old.test')).toMatch(/^354 /);
  });

  it('postmaster and abuse are the operator’s', async () => {
    const opened = await door();
    const reply = await deliver(opened.port, { from: '', to: ['postmaster@poststelle.test', 'abuse@poststelle.test'], raw: mail });
    expect(reply.accepted).toBe(true);
    expect(await (await talkTo(opened)).begin('Postmaster')).toMatch(/^354 /);
    expect(await opened.received('operator')).toHaveLength(1);
  });

  it('where the company cannot be read the client is told to come back', async () => {
    const talk = await talkTo(await door({ companies: { slugs: ['acme'], unreadable: true } }));
    await talk.say('EHLO client.example');
    await talk.say('MAIL FROM:<ada@example.org>');
    expect(await talk.say('RCPT TO:<acme-jobs@poststelle.test>')).toMatch(/^451 4\.3\.0 /);
  });
});

describe('mail that is too large', () => {
  const environment = { POSTSTELLE_SMTP_MAX_BYTES: '2048' };

  it('is refused at RCPT where its size was declared, and people can see it', async () => {
    const opened = await door({ environment });
    const talk = await talkTo(opened);
    await talk.say('EHLO client.example');
    expect(await talk.say('MAIL FROM:<ada@example.org> SIZE=4096')).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<acme-jobs@poststelle.test>')).toMatch(/^552 5\.3\.4 /);
    expect(await opened.eventTypes()).toEqual(['refused-mail.too-large']);
  });

  it('is refused after its content, nothing of it is kept, and the session goes on', async () => {
    const opened = await door({ environment });
    const talk = await talkTo(opened);
    await talk.begin('acme-jobs@poststelle.test');
    expect(await talk.say(`Subject: x\r\n\r\n${'x'.repeat(70).concat('\r\n').repeat(3_000)}.`)).toMatch(/^552 5\.3\.4 /);
    expect(await opened.eventTypes()).toEqual(['refused-mail.too-large']);
    expect(await opened.blobCount()).toBe(0);
    expect(await talk.say('NOOP')).toMatch(/^250 /);
  });

  it('is told once for a sender and day, however often it is tried', async () => {
    const opened = await door({ environment });
    for (const size of [4096, 5000]) {
      const talk = await talkTo(opened);
      await talk.say('EHLO client.example');
      await talk.say(`MAIL FROM:<ada@example.org> SIZE=${String(size)}`);
      expect(await talk.say('RCPT TO:<acme-jobs@poststelle.test>')).toMatch(/^552 /);
    }
    expect(await opened.eventTypes()).toEqual(['refused-mail.too-large']);
  });
});

describe('the session', () => {
  it('offers STARTTLS, PIPELINING, 8BITMIME and SMTPUTF8, and neither AUTH nor a size that would be refused before anybody is told', async () => {
    const talk = await talkTo(await door());
    talk.socket.write('EHLO client.example\r\n');
    const [told] = (await once(talk.socket, 'data')) as [string];
    expect(told.split('\r\n').map((line) => line.slice(4).split(' ')[0])).toEqual(
      expect.arrayContaining(['PIPELINING', '8BITMIME', 'SMTPUTF8', 'STARTTLS']),
    );
    expect(told).not.toMatch(/AUTH/);
    await talk.reply();
    expect(await talk.say('AUTH PLAIN AGFkYQBzZWNyZXQ=')).toMatch(/^5/);
  });

  it('goes on under TLS with a certificate of its own, whose key only the service can read', async () => {
    const opened = await door();
    const reply = await deliver(opened.port, { from: 'ada@example.org', to: ['acme-jobs@poststelle.test'], raw: mail });
    expect(reply.accepted).toBe(true);
    const [message] = await opened.received('acme');
    expect(message?.state.received.client.read({ known: ({ tls }) => tls, erased: () => '' })).toMatch(/^TLSv1\.3 /);
    expect(statSync(`${opened.config.dataDirectory}/tls/key.pem`).mode & 0o777).toBe(0o600);
  });

  it('keeps its certificate over a restart', async () => {
    const place = folder();
    await door({ folder: place });
    const before = readFileSync(`${place}/tls/certificate.pem`, 'utf8');
    const again = await door({ folder: place });
    const talk = await talkTo(again);
    await talk.say('EHLO client.example');
    await talk.say('STARTTLS');
    const secure = connectTls({ socket: talk.socket, rejectUnauthorized: false });
    await once(secure, 'secureConnect');
    expect(before).toContain(secure.getPeerX509Certificate()?.toString().split('\n')[1]);
    expect(existsSync(`${place}/tls/key.pem`)).toBe(true);
  });

  it('answers commands in bad order, nonsense and broken addresses, and loses nothing by it', async () => {
    const talk = await talkTo(await door());
    expect(await talk.say('MAIL FROM:<ada@example.org>')).toMatch(/^503 /);
    await talk.say('EHLO client.example');
    expect(await talk.say('DATA')).toMatch(/^503 /);
    expect(await talk.say('RCPT TO:<acme-jobs@poststelle.test>')).toMatch(/^503 /);
    expect(await talk.say('MAIL FROM:ada at example')).toMatch(/^501 /);
    expect(await talk.say('MAIL FROM:<ada@example.org> SIZE=many')).toMatch(/^501 /);
    expect(await talk.say('\u0000\u0001 what')).toMatch(/^5/);
    expect(await talk.say('MAIL FROM:<>')).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<>')).toMatch(/^501 /);
    expect(await talk.say('RCPT TO:<acme-jobs@poststelle.test>')).toMatch(/^250 /);
    expect(await talk.say('RSET')).toMatch(/^250 /);
    expect(await talk.say('DATA')).toMatch(/^503 /);
  });

  it('takes pipelined commands', async () => {
    const opened = await door();
    const talk = await talkTo(opened);
    talk.socket.write('EHLO c.example\r\nMAIL FROM:<ada@example.org>\r\nRCPT TO:<acme-jobs@poststelle.test>\r\nDATA\r\n');
    expect([await talk.reply(), await talk.reply(), await talk.reply(), await talk.reply()].map((reply) => reply.slice(0, 3))).toEqual([
      '250',
      '250',
      '250',
      '354',
    ]);
    expect(await talk.say(`${mail}.`)).toMatch(/^250 /);
  });

  it('S35: a bare LF does not end the content', async () => {
    const opened = await door();
    const talk = await talkTo(opened);
    await talk.begin('acme-jobs@poststelle.test');
    talk.socket.write('Subject: x\r\n\r\nDear Acme\n.\nMAIL FROM:<smuggler@example.org>\r\n');
    expect(await talk.say('still content\r\n.')).toMatch(/^250 /);
    const [message] = await opened.received('acme');
    expect(await opened.raw(message?.state.received.blobId ?? '')).toContain('smuggler');
    expect(await opened.received('acme')).toHaveLength(1);
  });

  it('keeps the bytes as they came, dots unstuffed', async () => {
    const opened = await door();
    const talk = await talkTo(opened);
    await talk.begin('acme-jobs@poststelle.test');
    expect(await talk.say('Subject: x\r\n\r\n..dotted\r\n\xff\xfe 8 bit\r\n.')).toMatch(/^250 /);
    const [message] = await opened.received('acme');
    expect(await opened.raw(message?.state.received.blobId ?? '')).toContain('Subject: x\r\n\r\n.dotted\r\n');
  });

  it('has room for so many recipients', async () => {
    const talk = await talkTo(await door({ environment: { POSTSTELLE_SMTP_MAX_RECIPIENTS: '1' } }));
    await talk.say('EHLO c.example');
    await talk.say('MAIL FROM:<>');
    expect(await talk.say('RCPT TO:<acme-jobs@poststelle.test>')).toMatch(/^250 /);
    expect(await talk.say('RCPT TO:<beta-jobs@poststelle.test>')).toMatch(/^452 /);
  });

  it('has room for so many connections of one client, and again once one is closed', async () => {
    const opened = await door({ environment: { POSTSTELLE_SMTP_MAX_CONNECTIONS_PER_CLIENT: '1' } });
    const first = await SmtpTalk.with(opened.port);
    const second = await once((await greetingOf(opened.port)).socket, 'close');
    expect(second).toBeDefined();
    first.end();
    await pause(50);
    expect((await talkTo(opened)).socket.destroyed).toBe(false);
  });

  it('is ended after silence', async () => {
    const opened = await door({ environment: { POSTSTELLE_SMTP_IDLE_SECONDS: '1' } });
    const talk = await talkTo(opened);
    expect(await talk.reply()).toMatch(/^421 /);
  });
});

describe('the start', () => {
  it('is refused with a sentence where the port is taken', async () => {
    const { port } = await door();
    await expect(door({ environment: { POSTSTELLE_SMTP_PORT: String(port) } })).rejects.toThrow(/cannot listen on 127\.0\.0\.1:\d+/);
  });

  it('is refused with a sentence where the certificate is none', async () => {
    const place = folder();
    writeFileSync(`${place}/none.pem`, 'no certificate');
    const environment = { POSTSTELLE_SMTP_TLS_CERTIFICATE: `${place}/none.pem`, POSTSTELLE_SMTP_TLS_KEY: `${place}/none.pem` };
    await expect(door({ environment })).rejects.toThrow(/certificate for STARTTLS/);
  });
});

describe('the end of the service', () => {
  it('says 421 to those who wait for nothing', async () => {
    const opened = await door();
    const talk = await talkTo(opened);
    await talk.say('EHLO client.example');
    const closed = opened.close();
    expect(await talk.reply()).toMatch(/^421 /);
    await closed;
  });

  it('lets content in flight finish first', async () => {
    const opened = await door();
    const talk = await talkTo(opened);
    await talk.begin('acme-jobs@poststelle.test');
    talk.socket.write('Subject: x\r\n\r\nhalf of it\r\n');
    await pause(50);
    const closed = opened.close();
    expect(await talk.say('the other half\r\n.')).toMatch(/^250 /);
    expect(await talk.reply()).toMatch(/^421 /);
    await closed;
    expect(await opened.received('acme')).toHaveLength(1);
  });
});

async function greetingOf(port: number): Promise<SmtpTalk> {
  const talk = await SmtpTalk.with(port);
  talks.push(talk);
  return talk;
}
