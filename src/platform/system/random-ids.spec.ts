import { describe, expect, it } from '@jest/globals';
import { randomIds } from './random-ids.js';

describe('fresh ids', () => {
  it('are UUIDs of version 7, each larger than the one before', () => {
    const ids = Array.from({ length: 100 }, () => randomIds.next());
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it('and tokens are 16 characters that survive a mail system, and use all of the alphabet', () => {
    const tokens = Array.from({ length: 500 }, () => randomIds.token());
    expect(tokens.every((token) => /^[a-z2-7]{16}$/.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(500);
    expect(new Set(tokens.join('')).size).toBe(32);
  });
});
