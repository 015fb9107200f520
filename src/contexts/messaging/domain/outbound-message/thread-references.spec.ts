import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundedReferences, longestReferences, threadOf } from './thread-references.js';

const messageId = fc.stringMatching(/^[a-z0-9.]{1,80}@[a-z0-9.]{1,80}$/).map((id) => `<${id}>`);
const token = '<r.aaaabbbbccccdddd@poststelle.test>';

describe('References', () => {
  it('keep our token first and the answered mail last, within 1,500 characters, the newest of the thread before the older', () => {
    fc.assert(
      fc.property(fc.uniqueArray(messageId, { maxLength: 200 }), (thread) => {
        const kept = boundedReferences(token, thread);
        expect(kept[0]).toBe(token);
        expect(kept.at(-1)).toBe(thread.at(-1) ?? token);
        expect(kept.join(' ').length).toBeLessThanOrEqual(longestReferences);
        expect(kept.slice(1)).toEqual(thread.slice(thread.length - kept.length + 1));
      }),
    );
  });

  it('hold no token twice', () => {
    expect(boundedReferences(token, [token, '<a@b.example>'])).toEqual([token, '<a@b.example>']);
  });

  it('take only Message-IDs from a stranger’s mail (S34)', () => {
    expect(threadOf({ references: ['<a@b.example>', 'junk\r\nBcc: x@y.example', '<a@b.example>'], messageId: 'c@d.example' })).toEqual([
      '<a@b.example>',
      '<c@d.example>',
    ]);
  });
});
