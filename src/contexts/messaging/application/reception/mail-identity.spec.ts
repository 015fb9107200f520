import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { largestHeader, MailIdentity } from './mail-identity.js';

function identityOf(mail: string | Uint8Array, chunk = Number.POSITIVE_INFINITY): string {
  const bytes = Buffer.from(mail);
  const identity = new MailIdentity();
  for (let at = 0; at < bytes.length; at += chunk) identity.update(bytes.subarray(at, at + Math.min(chunk, bytes.length)));
  return identity.digest();
}

const fields = [
  'From: Ada <ada@example.org>',
  'To: acme-jobs@poststelle.test',
  'Subject: Application as engineer',
  'Message-ID: <1@example.org>',
];
const mail = (header: readonly string[], body = 'Dear Acme\r\n') => `${header.join('\r\n')}\r\n\r\n${body}`;
const word = fc.stringMatching(/^[!-9;-~]{1,12}$/);

describe('the identity of a mail', () => {
  it('S10, S11: is not touched by what the way adds, wherever it adds it', () => {
    const trace = fc.constantFrom('Received', 'Delivered-To', 'X-Spam-Score', 'Return-Path', 'DKIM-Signature', 'X-Forwarded-To', 'List-Id');
    const added = fc.array(fc.tuple(trace, word, fc.nat({ max: fields.length })), { maxLength: 8 });
    fc.assert(
      fc.property(added, (lines) => {
        const header = [...fields];
        for (const [name, value, at] of lines) header.splice(at, 0, `${name}: ${value}`);
        expect(identityOf(mail(header))).toBe(identityOf(mail(fields)));
      }),
    );
  });

  it('is not touched by refolding', () => {
    const folds = fc.array(fc.constantFrom(' ', '\r\n ', '\r\n\t', '\n  ', '\t '), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(folds, (blanks) => {
        let next = 0;
        const refolded = fields.map((field) => field.replaceAll(' ', () => blanks[next++ % blanks.length] ?? ' '));
        expect(identityOf(mail(refolded))).toBe(identityOf(mail(fields)));
      }),
    );
  });

  it('does not depend on how the bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\r', '\n', 'From: a', 'x', ' ', '\r\n') }),
        fc.integer({ min: 1, max: 7 }),
        (text, chunk) => {
          expect(identityOf(text, chunk)).toBe(identityOf(text));
        },
      ),
    );
  });

  it('S12: is another one for any other content under the same Message-ID', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(identityOf(mail(fields, one))).not.toBe(identityOf(mail(fields, other)));
      }),
    );
  });

  it.each([100_000, 64 * 1024, 5_000])(
    'S12: also where the difference stands at the end of a long mail, in chunks of %s octets',
    (chunk) => {
      const long = (end: string) => mail(fields, `${'x'.repeat(3 * chunk)}${end}`);
      expect(identityOf(long('one'), chunk)).not.toBe(identityOf(long('two'), chunk));
      expect(identityOf(long('one'), chunk)).toBe(identityOf(long('one')));
    },
  );

  it.each(['Message-ID', 'From', 'To', 'Cc', 'Subject', 'Date', 'In-Reply-To', 'References'])(
    'S12: is another one for another %s',
    (name) => {
      const other = [...fields.filter((field) => !field.startsWith(`${name}:`)), `${name}: <another@example.org>`];
      expect(identityOf(mail(other))).not.toBe(identityOf(mail(fields)));
    },
  );

  it('cannot be moved between fields, or from header to body', () => {
    expect(identityOf(mail(['Subject: a', 'To: b']))).not.toBe(identityOf(mail(['Subject: b', 'To: a'])));
    expect(identityOf('Subject: a\r\n\r\nTo: b')).not.toBe(identityOf('Subject: a\r\nTo: b\r\n\r\n'));
  });

  it.each(['\r\n', '\n', '\r'])('finds the end of the header whatever ends lines', (end) => {
    const [one, two] = ['Received: by a', 'Received: by b'].map((trace) => identityOf(`${trace}${end}Subject: x${end}${end}Hello`));
    expect(one).toBe(two);
  });

  it('a header block without end counts as body: two mails that differ beyond the bound are two mails', () => {
    const endless = `X-Long: ${'x'.repeat(largestHeader)}`;
    expect(identityOf(`${endless}a\r\n\r\nHello`)).not.toBe(identityOf(`${endless}b\r\n\r\nHello`));
    expect(identityOf(`${endless}a\r\n\r\nHello`, 1_000)).toBe(identityOf(`${endless}a\r\n\r\nHello`));
  });

  it('a header that ends exactly at the bound is one, however it arrives', () => {
    const exact = (trace: string) => `X: ${trace}\r\nSubject: s\r\nX-Pad: `.padEnd(largestHeader - 4, 'x').concat('\r\n\r\nHello');
    expect(identityOf(exact('a'))).toBe(identityOf(exact('b')));
    expect(identityOf(exact('a'), largestHeader - 1)).toBe(identityOf(exact('a')));
  });

  it.each([
    ['no header at all', (word: string) => `${word}\r\n`],
    ['a header that no blank line ends', (word: string) => `From: a@b.example\r\nX-Said: ${word}\r\n`],
    ['a first paragraph where the header should be', (word: string) => `Dear all, ${word}\r\n\r\nBye\r\n`],
    ['a line among the fields that is none', (word: string) => `Subject: x\r\n${word}\r\n\r\nBye\r\n`],
    ['fields that identify nothing', (word: string) => `X-Said: ${word}\r\n\r\n`],
  ])('S12: of two mails with %s, each counts to its last octet', (_, saying) => {
    expect(identityOf(saying('alpha'))).not.toBe(identityOf(saying('gamma')));
    expect(identityOf(saying('alpha'), 3)).toBe(identityOf(saying('alpha')));
  });

  it('a mail of header fields alone, and one of nothing, have an identity', () => {
    expect(identityOf('Subject: x')).not.toBe(identityOf('Subject: y'));
    expect(identityOf('')).toBe(identityOf(''));
  });
});
