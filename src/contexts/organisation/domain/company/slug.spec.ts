import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from '#kernel/email-address.js';
import { isSlug } from './slug.js';

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const slug = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join('-'))
  .filter((text) => text.length <= 28);

/** Slugs, and what misses being one by little: too long, a hyphen too many, a character that is foreign. */
const nearly = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: word }, { weight: 3, arbitrary: fc.constantFrom('-', '--', 'A', '_', '.', '+', 'ä', '\n', ' ') }),
    {
      maxLength: 9,
    },
  )
  .map((parts) => parts.join(''));

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

  it('is nothing else: single hyphens inside, lower-case letters and digits, 1 to 28 characters', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        const words = text.split('-');
        expect(isSlug(text)).toBe(text.length <= 28 && words.every((each) => each !== '' && Array.from(each).every(isLetterOrDigit)));
      }),
    );
  });

  it.each(['', 'Acme', 'acme_1', '-acme', 'acme-', 'ac--me', 'acme+x', 'ácme', 'acme\n', 'a'.repeat(29)])('refuses %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});

function isLetterOrDigit(character: string): boolean {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.includes(character);
}
