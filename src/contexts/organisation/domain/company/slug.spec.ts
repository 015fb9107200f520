import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from '#kernel/email-address.js';
import { isSlug } from './slug.js';

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const slug = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join('-'))
  .filter((text) => text.length <= 28);

describe('the slug of an account', () => {
  it('R11: every slug makes a service address with a token that is an address, with its parts found again', () => {
    fc.assert(
      fc.property(slug, fc.stringMatching(/^[a-z2-7]{16}$/), (text, token) => {
        expect(isSlug(text)).toBe(true);
        expect(partsOf(`${text}-jobs+${token}@poststelle.test`)).toEqual({
          local: `${text}-jobs`,
          detail: token,
          domain: 'poststelle.test',
        });
      }),
    );
  });

  it('is nothing else: any accepted text keeps to the grammar and to 28 characters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(isSlug(text));
        expect(text).toMatch(/^[a-z0-9-]{1,28}$/);
        expect(text).not.toMatch(/^-|-$|--/);
      }),
    );
  });

  it.each(['', 'Acme', 'acme_1', '-acme', 'acme-', 'ac--me', 'acme+x', 'ácme', 'acme\n', 'a'.repeat(29)])('refuses %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});
