import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Hashed, hashOf } from './hash-chain.js';

const event: Hashed = {
  stream: 'parcel-company.p',
  revision: 3n,
  id: 'event-1',
  type: 'parcel.stamped',
  metadata: '{"actor":"a","previousHash":""}',
  data: '{"stamp":"Köln","grams":1.0}',
};

describe('the hash of an event', () => {
  it('does not change: every chain ever written hangs on it', () => {
    expect(hashOf(event)).toBe('a6f7dc2159419c2118f63c4e5220ff3ef94fd891d935e64a8993d113a82c8f99');
  });

  it('is the same for the same JSON, however a store writes it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse());
        expect(hashOf({ ...event, data: JSON.stringify(turned, null, 2) })).toBe(hashOf({ ...event, data: JSON.stringify(data) }));
      }),
    );
  });

  it.each<Partial<Hashed>>([
    { stream: 'parcel-company.q' },
    { revision: 4n },
    { id: 'event-2' },
    { type: 'parcel.posted' },
    { metadata: '{"actor":"b","previousHash":""}' },
    { data: '{"stamp":"Bonn"}' },
  ])('covers %p', (change) => {
    expect(hashOf({ ...event, ...change })).not.toBe(hashOf(event));
  });
});
