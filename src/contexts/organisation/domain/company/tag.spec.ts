import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTag, looksLikeToken, tagFor } from './tag.js';

describe('the tag of a subsidiary in its redirect target', () => {
  it('is derived from any name, can stand in an address, is new in the company and never looks like a token', () => {
    const name = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z2-7]{16}$/));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const taken = new Set<string>();
        for (const each of names) {
          const tag = tagFor(each, taken);
          expect(isTag(tag)).toBe(true);
          expect(looksLikeToken(tag)).toBe(false);
          expect(taken.has(tag)).toBe(false);
          taken.add(tag);
        }
      }),
    );
  });

  it.each([
    ['Acme Süd GmbH & Co. KG', 'acme-sued-gmbh-co-kg'],
    ['Société Générale', 'societe-generale'],
    ['北京', 'subsidiary'],
    ['Weiß', 'weiss'],
  ])('reads the name %s as %s', (name, tag) => {
    expect(tagFor(name, new Set())).toBe(tag);
  });

  it('is numbered where it is taken', () => {
    expect(tagFor('North', new Set(['north', 'north-2']))).toBe('north-3');
  });

  it('is numbered where it would be 16 letters of base32', () => {
    expect(tagFor('abcdefghijklmnop', new Set())).toBe('abcdefghijklmnop-2');
  });

  it.each(['', 'Nord', 'nord+1', '-nord', 'nord-', 'a'.repeat(31), 'n ord'])('cannot be %j', (tag) => {
    expect(isTag(tag)).toBe(false);
  });
});
