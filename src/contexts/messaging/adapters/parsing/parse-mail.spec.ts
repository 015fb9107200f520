import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conversationToken, ownDomains, readMail, sentMessageId } from '#test/mails/read-mail.js';
import { parseMail } from './parse-mail.js';
import { readAttachment } from './read-attachment.js';

const parse = (text: string | Uint8Array) => parseMail(Buffer.from(text), ownDomains);
const header = 'From: Ada <ada@example.org>\r\nTo: acme-jobs@poststelle.test\r\n';

describe('what the parser finds in an application', () => {
  it('tells header, text, HTML and attachments', async () => {
    const { mail, html, attachments, ...rest } = await parse(readMail('person/application.eml'));
    expect(mail).toMatchObject({
      messageId: '<application-1@example.org>',
      from: [{ address: 'ada@example.org', name: 'Ada Lövelace' }],
      to: [{ address: 'acme-jobs@poststelle.test', name: 'Acme Jobs' }],
      cc: [{ address: 'bob@acme.example' }, { address: 'eve@acme.example' }],
      subject: 'Bewerbung als Ingenieurin – München',
      claimedDate: '2026-03-02T09:00:00.000Z',
      contentType: 'multipart/mixed',
    });
    expect(mail.text).toContain('ich bewerbe mich. Grüße');
    expect(html).toContain('cid:photo@1');
    expect(attachments).toMatchObject([
      { index: 0, name: 'Lebenslauf Lövelace.pdf', contentType: 'application/pdf', size: 28, inline: false },
      { index: 1, name: 'photo.png', contentId: 'photo@1', inline: true },
    ]);
    expect(rest).toMatchObject({ truncated: [], format: 1 });
  });

  it('gives the bytes of an attachment for its index, and nothing for another', async () => {
    const raw = readMail('person/application.eml');
    const [note] = (await parse(raw)).attachments;
    const found = await readAttachment(raw, 0);
    expect(Buffer.from(found?.bytes ?? []).toString()).toContain('%PDF-1.4');
    expect(found?.sha256).toBe(note?.sha256);
    expect(await readAttachment(raw, 2)).toBeUndefined();
  });
});

describe('our own marks', () => {
  it('are found wherever an answer carries them, in any case of letters', async () => {
    const { mail } = await parse(`${header}\r\nOn Monday ACME-JOBS+${conversationToken.toUpperCase()}@POSTSTELLE.TEST wrote:\r\n`);
    expect(mail.quoted).toEqual({ tokens: [conversationToken], outboundMessageIds: [] });
  });

  it('S4: are none under another domain, nor under one that only begins or ends like ours', async () => {
    const others = ['elsewhere.test', 'poststelle.test.evil.example', 'notposteingang.test', 'poststelle.testing'];
    const { mail } = await parse(
      `${header}\r\n${others.map((domain) => `acme-jobs+${conversationToken}@${domain} <${sentMessageId}@${domain}>`).join('\r\n')}`,
    );
    expect(mail.quoted).toEqual({ tokens: [], outboundMessageIds: [] });
  });

  it('are found in the returned message of a report', async () => {
    const { mail } = await parse(readMail('delivery-report/postfix.eml'));
    expect(mail.returned).toMatchObject({ messageId: `<${sentMessageId}@poststelle.test>`, to: [{ address: 'ada@example.org' }] });
    expect(mail.quoted.tokens).toContain(conversationToken);
  });
});

describe('mails that defeat parsers', () => {
  it('S34: a field named __proto__ is a field like any other', async () => {
    const { mail } = await parse(`__proto__: polluted\r\nconstructor: x\r\nList-__proto__: y\r\n${header}\r\nHello`);
    expect(mail.headers.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'list-__proto__', 'from', 'to']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('S34: of 150 references the newest 32 count, newest first', async () => {
    const ids = Array.from({ length: 150 }, (_, n) => `<${String(n)}@example.org>`);
    const { mail } = await parse(`${header}References: ${ids.join('\r\n ')}\r\n\r\nHello`);
    expect(mail.references).toEqual(ids.toReversed().slice(0, 32));
  });

  it('S34: 5,001 links cost nothing', async () => {
    const html = '<a href="https://example.org/x">x</a> '.repeat(5_001);
    const { mail } = await parse(`${header}Content-Type: text/html\r\n\r\n${html}`);
    expect(mail.text.startsWith('x x x')).toBe(true);
  });

  it('S34: a header field of 100 KB is cut, the others stay', async () => {
    const { mail } = await parse(`X-Long: ${'x'.repeat(100_000)}\r\n${header}\r\nHello`);
    expect(mail.headers[0]?.value).toHaveLength(16_000);
    expect(mail.from).toEqual([{ address: 'ada@example.org', name: 'Ada' }]);
  });

  it('a header above 1 MB makes the mail unreadable, with what stands at its beginning', async () => {
    const found = await parse(`${header}Subject: Hello\r\nX-Long: ${'x'.repeat(1_100_000)}\r\n\r\nHello`);
    expect(found).toMatchObject({ unreadable: 'header-too-large', mail: { subject: 'Hello', from: [{ address: 'ada@example.org' }] } });
  });

  it('more than 1,000 parts make the mail unreadable, its text shown raw', async () => {
    const found = await parse(`${header}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(1_100)}--b--`);
    expect(found).toMatchObject({ unreadable: 'too-many-parts', mail: { from: [{ address: 'ada@example.org' }] } });
    expect(found.mail.text.startsWith('--b')).toBe(true);
  });

  it('a boundary that never comes leaves the raw text to look at', async () => {
    const found = await parse(`${header}Content-Type: multipart/mixed; boundary=right\r\n\r\n--wrong\r\n\r\nHello there\r\n--wrong--\r\n`);
    expect(found.mail.text).toContain('Hello there');
  });

  it.each([
    ['bare CR line ends', `${header}Subject: Hi\r\n\r\nHello`.replaceAll('\r\n', '\r')],
    ['bare LF line ends', `${header}Subject: Hi\r\n\r\nHello`.replaceAll('\r\n', '\n')],
    ['a blank line first', `\r\n${header}Subject: Hi\r\n\r\nHello`],
    ['an mbox line first', `From ada@example.org Mon Mar  2 10:00:00 2026\n${header}Subject: Hi\r\n\r\nHello`],
  ])('%s hides no header', async (_, text) => {
    expect((await parse(text)).mail).toMatchObject({ subject: 'Hi', from: [{ address: 'ada@example.org', name: 'Ada' }], text: 'Hello' });
  });

  it.each(['utf8', 'latin1'] as const)('an 8-bit subject in %s is read', async (encoding) => {
    const { mail } = await parse(Buffer.from(`Subject: Bewerbung Müller\r\n${header}\r\nGrüße`, encoding));
    expect(mail.subject).toBe('Bewerbung Müller');
  });

  it('an unknown charset costs only its odd letters', async () => {
    expect((await parse(`${header}Content-Type: text/plain; charset=x-unheard-of\r\n\r\nHello`)).mail.text).toBe('Hello');
  });

  it('markup nested 200,000 deep is stripped, not walked', async () => {
    const { mail } = await parse(`${header}Content-Type: text/html\r\n\r\n${'<b>'.repeat(200_000)}deep`);
    expect(mail.text.length).toBeLessThan(1_000_000);
  });

  it('a date that is none is left out', async () => {
    expect((await parse(`${header}Date: next Tuesday-ish\r\n\r\nHello`)).mail.claimedDate).toBeUndefined();
  });

  it('an attachment has a name without folders and control characters', async () => {
    const part = 'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="../../etc/\u202epasswd.pdf"\r\n\r\nx';
    const { attachments } = await parse(`${header}${part}`);
    expect(attachments[0]?.name).toBe('passwd.pdf');
  });
});

describe('whatever comes', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom('From: a@b.example', 'Content-Type: multipart/mixed; boundary=b', '--b', '--b--', '', 'Content-Type: message/rfc822'),
      fc.constantFrom('Content-Type: message/delivery-status', 'Action: failed', '=?utf-8?B?////?=', 'Content-Transfer-Encoding: base64'),
      fc.string({ maxLength: 80 }),
    ),
    { maxLength: 40 },
  );

  it('parsing answers and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom('\r\n', '\n', '\r'), async (mail, end) => {
        expect(await parse(mail.join(end))).toMatchObject({ format: 1 });
      }),
      { numRuns: 200 },
    );
  });

  it('bytes without any sense are answered too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(await parse(bytes)).toMatchObject({ format: 1 });
      }),
      { numRuns: 100 },
    );
  });
});
