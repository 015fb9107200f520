import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redacted } from './redacted.js';
import { presentable } from './words.js';

const secret = fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme-ascii' }).filter((text) => text.trim().length >= 6);

describe('secrets in what a server says', () => {
  it('are taken out in plain and URL form', () => {
    fc.assert(
      fc.property(secret, (password) => {
        for (const form of [password, encodeURIComponent(password)])
          expect(redacted(`535 no ${form} here`, [password])).not.toContain(form);
      }),
    );
  });

  it('are taken out in quoted-printable and form-encoded form', () => {
    expect(redacted('no p=C3=A4=3Dss=20w=C3=B6rd', ['pä=ss wörd'])).toBe('no […]');
    expect(redacted('no p%C3%A4%3Dss+w%C3%B6rd', ['pä=ss wörd'])).toBe('no […]');
    expect(redacted('no P%c3%a4%3dss%20w%c3%b6rd', ['Pä=ss wörd'])).toBe('no […]');
    expect(redacted('no P=c3=a4=3dss=20w=c3=b6rd', ['Pä=ss wörd'])).toBe('no […]');
  });

  it('are taken out where every octet is written as digits', () => {
    for (const form of ['=50=C3=A4=73=73', '%50%C3%A4%73%73', '%50%c3%a4%73%73', '50C3A47373', '50c3a47373'])
      expect(redacted(`no ${form}.`, ['Päss'])).toBe('no […].');
  });

  it('are taken out, whatever an encoder chose to escape', () => {
    const wide = fc.string({ minLength: 6, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim().length >= 6);
    fc.assert(
      fc.property(wide, fc.array(fc.constantFrom('as it is', '%', '=', 'lower'), { minLength: 1 }), (password, choices) => {
        const written = Array.from(password, (character, index) => {
          const choice = choices[index % choices.length];
          if (choice === 'as it is') return character;
          const octets = Array.from(Buffer.from(character), (octet) => octet.toString(16).padStart(2, '0'));
          return octets.map((octet) => (choice === 'lower' ? `%${octet}` : `${choice ?? ''}${octet.toUpperCase()}`)).join('');
        }).join('');
        expect(redacted(`535 no <${written}> here`, [password])).toBe('535 no <[…]> here');
      }),
    );
    for (const form of ['a&amp;b&lt;c&quot;d', 'a&#38;b&#x3c;c&#34;d', 'a\\u0026b<c\\"d', 'a+26b+3Cc+22d', 'a&b<c\\"d'])
      expect(redacted(`no ${form}.`, ['a&b<c"d'])).toBe('no […].');
    expect(redacted('no P=C3=A4ss w=C3=B6rd+x, P=C3=A4ss_w=C3=B6rd=2Bx', ['Päss wörd+x'])).toBe('no […], […]');
  });

  it('are taken out however the text or the secret is made, and in no more time than their lengths ask for', () => {
    // Each of these took a regular expression minutes for some thirty characters.
    for (const [secret, said] of [
      [`${'\\'.repeat(250)}x`, `${'\\'.repeat(1_500)}y`],
      [`${'\\"'.repeat(120)}x`, `${'\\\\"'.repeat(600)}y`],
      [`${'%'.repeat(250)}x`, `${'%25'.repeat(600)}y`],
      [`${'%25'.repeat(80)}x`, `${'%25'.repeat(600)}y`],
      [`${' '.repeat(255)}x`, `${'+'.repeat(2_000)}y`],
      [`${'a'.repeat(255)}x`, `${'a'.repeat(2_000)}y`],
    ] as const) {
      expect(redacted(said, [secret])).toBe(said);
      expect(redacted(`<${secret}>`, [secret])).toBe('<[…]>');
    }
  });

  it('are taken out of base64, wherever in a longer value they stand', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), secret, (account, password) => {
        const plain = Buffer.from(`\0${account}\0${password}`).toString('base64');
        const left = redacted(`334 ${plain}`, [password]).replace(/^334 /, '');
        // What can be read of the rest has no longer anything of the password but its edges.
        const readable = Buffer.from(left.replaceAll(/\[…\]/g, ''), 'base64').toString('latin1');
        expect(readable).not.toContain(password.slice(1, -1));
      }),
    );
  });

  it('leave the rest of the words as they are', () => {
    expect(redacted('535 5.7.8 Authentication failed', ['hunter22'])).toBe('535 5.7.8 Authentication failed');
  });

  it('are no reason to take short words apart', () => {
    expect(redacted('535 ab no', ['ab'])).toBe('535 ab no');
  });
});

describe('words that may be shown', () => {
  it('are one bounded line without control characters', () => {
    expect(presentable('535-first\r\n535 second\u0007\u202e', [])).toBe('535-first 535 second');
    expect(presentable('x'.repeat(5_000), [])).toHaveLength(1_000);
  });

  it('show no beginning of a secret at the end of what was looked through', () => {
    const secret = 'correct horse battery staple';
    for (let filling = 1_960; filling < 2_010; filling++)
      expect(presentable(`${secret.repeat(50)}${'x'.repeat(filling - 50 * secret.length)}${secret}`, [secret])).not.toContain('corr');
  });

  it('have no secret in them, folded or with white space of its own', () => {
    for (const secret of ['two  blanks', 'a\ttab here', 'wide\u3000space', 'zero\u200bwidth'])
      for (const said of [secret, secret.replaceAll(/[\s\u200b]+/g, ' '), secret.replaceAll(/[\s\u200b]+/g, '\r\n ')])
        expect(presentable(`535 <${said}>`, [secret])).toBe('535 <[…]>');
  });
});
