import { describe, expect, it } from '@jest/globals';
import { lifetime } from './lifetime.js';

describe('the time that a token holds', () => {
  it('is said in minutes, hours or days', () => {
    expect([lifetime('30m'), lifetime('8h'), lifetime('90d')]).toEqual([1800, 28_800, 7_776_000]);
  });

  it.each(['', '8', 'h', '0h', '-1h', '1.5h', '2y', '367d', '8h30m'])('is not %j', (text) => {
    expect(() => lifetime(text)).toThrow('at most a year');
  });
});
