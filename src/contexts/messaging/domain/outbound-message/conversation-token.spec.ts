import { describe, expect, it } from '@jest/globals';
import { conversationReference, tokenFrom } from './conversation-token.js';

describe('the conversation token', () => {
  it('is RFC 4648 base32 of the first 80 bits, in lower case', () => {
    expect(tokenFrom(new TextEncoder().encode('foobarfoobar'))).toBe('mzxw6ytbojtg633c');
    expect(tokenFrom(new Uint8Array(32).fill(255))).toBe('7777777777777777');
  });

  it('stands in a synthetic Message-ID under the mail domain', () => {
    expect(conversationReference('mzxw6ytbojtg633c', 'poststelle.test')).toBe('<r.mzxw6ytbojtg633c@poststelle.test>');
  });
});
