import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SmtpTalk } from '#test/reception/smtp-talk.js';
import { eventually } from '#test/service/eventually.js';
import { type CompanyDesk, itemsOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { sideBySide } from '#test/service/side-by-side.js';
import { badOrders, badRecipients, badSenders, falseEnds, noCommands } from './bad-smtp-lines.js';

const refused = /^(?:4\d\d |5\d\d |closed)/;
/** Subjects of the mails that were answered 250: what must be there in the end, and nothing else. */
const accepted: string[] = [];
let room: Mailroom;
let acme: CompanyDesk;

beforeAll(async () => {
  room = await Mailroom.open({ POSTSTELLE_SMTP_MAX_RECIPIENTS: '3', POSTSTELLE_SMTP_MAX_BYTES: '65536' });
  acme = await room.company('acme');
}, 60_000);
afterAll(() => room.close());

afterEach(async () => {
  const subject = kept('Good');
  const reply = await room.send({ from: 'good@elsewhere.example', to: acme.address, subject }, acme.address);
  expect(reply).toMatchObject({ accepted: true, code: 250 });
});

describe('bad input over SMTP is refused or ends the session, and a good mail right after is taken', () => {
  it('what is no command here', async () => {
    expect(await answers(noCommands.map((line) => ['EHLO client.example', line]))).toEqual(
      noCommands.map(() => expect.stringMatching(refused)),
    );
  });

  it('VRFY tells nothing about who is here', async () => {
    const [known, unknown] = await answers(['acme', 'nobody'].map((slug) => [`VRFY ${slug}-jobs@poststelle.test`]));
    expect(known).toBe(unknown);
  });

  it('commands in bad order', async () => {
    expect(await answers(badOrders)).toEqual(badOrders.map(() => expect.stringMatching(refused)));
  });

  it('senders that are none', async () => {
    const told = await answers(badSenders.map((sender) => ['EHLO client.example', `MAIL FROM:${sender}`]));
    expect(told).toEqual(badSenders.map(() => expect.stringMatching(refused)));
  });

  it('recipients that are none', async () => {
    const before = ['EHLO client.example', 'MAIL FROM:<a@b.example>'];
    const told = await answers(badRecipients.map((recipient) => [...before, `RCPT TO:${recipient}`]));
    expect(told).toEqual(badRecipients.map(() => expect.stringMatching(refused)));
    const data = await answers(badRecipients.map((recipient) => [...before, `RCPT TO:${recipient}`, 'DATA']));
    expect(data).toEqual(badRecipients.map(() => expect.stringMatching(refused)));
  });

  it('lines without end', async () => {
    const long = [20_000, 2_000_000].map((length) => ['EHLO client.example', `NOOP ${'x'.repeat(length)}`]);
    expect(await answers(long)).toEqual(long.map(() => expect.stringMatching(refused)));
  });

  it('bytes of no language at all', async () => {
    const clientHello = Buffer.from('160301020001000001fc0303', 'hex');
    const told = await sideBySide([randomBytes(4_096), Buffer.alloc(4_096), clientHello, Buffer.alloc(100_000, 0xff)], async (bytes) => {
      const talk = await SmtpTalk.with(room.service.smtpPort);
      talk.socket.write(Buffer.concat([bytes, Buffer.from('\r\n')]));
      return ended(talk, await replyOf(talk));
    });
    expect(told).toEqual(told.map(() => expect.stringMatching(refused)));
  });

  it('a client that talks before it is greeted', async () => {
    const socket = connect(room.service.smtpPort, '127.0.0.1');
    socket.write('EHLO c.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<acme-jobs@poststelle.test>\r\nDATA\r\nSubject: Early\r\n\r\n.\r\n');
    expect(await text(socket)).toMatch(/^421 .*\r\n$/);
  });

  it('too many errors', async () => {
    const nonsense = Array.from({ length: 20 }, () => 'FOO');
    const told = await conversation(['EHLO client.example', ...nonsense]);
    expect(told.at(-1)).toBe('closed');
    expect(told.filter((answer) => answer.startsWith('421 '))).toHaveLength(1);
  });

  it('one recipient too many is refused for now, and the others get the mail', async () => {
    const recipients = ['a', 'b', 'c', 'd'].map((tag) => `RCPT TO:<acme-jobs+${tag}@poststelle.test>`);
    const told = await conversation([
      'EHLO client.example',
      'MAIL FROM:<a@b.example>',
      ...recipients,
      'DATA',
      mail(kept('Three recipients')),
    ]);
    expect(told.map((answer) => answer.slice(0, 3))).toEqual(['250', '250', '250', '250', '250', '452', '354', '250']);
  });

  it('commands that were sent along with a refused one', async () => {
    const sent = (sender: string, recipient: string) =>
      `EHLO c.example\r\nMAIL FROM:${sender}\r\nRCPT TO:${recipient}\r\nDATA\r\n${mail('Sent along')}`;
    const told = await sideBySide(
      [sent('<a@@b>', `<${acme.address}>`), sent('<a@b.example>', '<nobody-jobs@poststelle.test>')],
      async (lines) => {
        const talk = await SmtpTalk.with(room.service.smtpPort);
        talk.socket.write(`${lines}\r\n`);
        const replies = [await replyOf(talk), await replyOf(talk), await replyOf(talk), await replyOf(talk)];
        return ended(talk, replies.map((reply) => reply.slice(0, 3)).join(' '));
      },
    );
    expect(told).toEqual(['250 501 503 503', '250 250 550 503']);
  });

  it('S35: nothing but CRLF, dot, CRLF ends the content, so nothing can be smuggled in behind another end', async () => {
    const smuggled = 'MAIL FROM:<x@y.example>\r\nRCPT TO:<acme-jobs@poststelle.test>\r\nDATA\r\nSubject: Smuggled\r\n\r\nHello.';
    const told = await answers(falseEnds.map((end) => [...toContent(), mail(kept('S35'), `Hello.${end}${smuggled}`), 'NOOP']));
    expect(told).toEqual(falseEnds.map(() => expect.stringMatching(/^250 /)));
  });

  it('8-bit garbage and NUL bytes as content are mail like any other', async () => {
    const garbage = randomBytes(2_000)
      .toString('latin1')
      .replaceAll(/[\r\n]/g, '');
    expect(await conversation([...toContent(), mail(kept('Garbage'), `\u0000${garbage}`)])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^250 .*queued/i)]),
    );
  });

  it('a mail that is too large is refused, and people can see that', async () => {
    const told = await conversation([...toContent(), mail('Too large', 'x'.repeat(78).concat('\r\n').repeat(1_500)), 'NOOP']);
    expect(told.slice(-2)).toEqual([expect.stringMatching(/^552 /), expect.stringMatching(/^250 /)]);
    await acme.listOf('/messages/to-assign?filter=refused-too-large', 1);
  });

  it.each(['\r\n.\r', 'Hello.\r\n', ''])('a connection that is lost within the content, after %j', async (last) => {
    for (const reset of [true, false]) {
      const talk = await SmtpTalk.with(room.service.smtpPort);
      await talk.begin(acme.address);
      talk.socket.write(`Subject: Dropped\r\n\r\nHello.${last}`);
      // Let it arrive: what is lost on the way is another case.
      await pause(30);
      if (reset) talk.socket.resetAndDestroy();
      else talk.socket.end();
      if (!talk.socket.closed) await once(talk.socket, 'close');
    }
  });

  it('commands in clear text behind STARTTLS are not obeyed under TLS', async () => {
    const talk = await SmtpTalk.with(room.service.smtpPort);
    await talk.say('EHLO client.example');
    talk.socket.write(`STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${acme.address}>\r\n`);
    expect(await talk.reply()).toMatch(/^220 /);
    const secure = connectTls({ socket: talk.socket, rejectUnauthorized: false }).setEncoding('latin1');
    await once(secure, 'secureConnect');
    secure.write('DATA\r\n');
    expect(await once(secure, 'data')).toEqual([expect.stringMatching(/^503 [^\r]*\r\n$/)]);
    secure.destroy();
  });

  it('a TLS handshake that is none ends the session', async () => {
    expect(await conversation(['EHLO client.example', 'STARTTLS', mail('No handshake')])).toEqual([
      expect.stringMatching(/^250 /),
      expect.stringMatching(/^220 /),
      'closed',
    ]);
  });

  it('after all of it exactly the mails that were answered 250 are there, and the service is ready', async () => {
    const found = await eventually(everySubject, (subjects) => subjects.length >= accepted.length);
    expect([...found].sort()).toEqual([...accepted].sort());
    expect((await fetch(`${room.service.url}/readyz`)).status).toBe(200);
  });
});

/** The last answer of each conversation. */
async function answers(conversations: readonly (readonly string[])[]): Promise<readonly string[]> {
  return sideBySide(conversations, async (lines) => (await conversation(lines)).at(-1) ?? '');
}

/** Says each line when the one before is answered, in a session of its own; `closed` where the session has ended. */
async function conversation(lines: readonly string[]): Promise<readonly string[]> {
  const talk = await SmtpTalk.with(room.service.smtpPort);
  const told: string[] = [];
  for (const line of lines) {
    talk.socket.write(`${line}\r\n`);
    told.push(await replyOf(talk));
  }
  return ended(talk, told);
}

async function replyOf(talk: SmtpTalk): Promise<string> {
  try {
    return await talk.reply();
  } catch {
    // The session has ended, which is an answer too.
    return 'closed';
  }
}

function ended<Told>(talk: SmtpTalk, told: Told): Told {
  talk.end();
  return told;
}

function toContent(): readonly string[] {
  return ['EHLO client.example', 'MAIL FROM:<a@b.example>', `RCPT TO:<${acme.address}>`, 'DATA'];
}

/** Up to the final dot, after which the line ends. */
function mail(subject: string, body = 'Hello.'): string {
  return `From: a@b.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n.`;
}

function kept(about: string): string {
  const subject = `${about} ${randomUUID()}`;
  accepted.push(subject);
  return subject;
}

async function everySubject(): Promise<readonly string[]> {
  const filters = ['people', 'automatic', 'lists', 'reports', 'quarantined', 'dismissed'];
  const pages = await Promise.all(filters.map((filter) => acme.get(`/messages/to-assign?filter=${filter}&limit=100`)));
  return pages.flatMap(itemsOf).map(({ subject }) => textOf(subject));
}
