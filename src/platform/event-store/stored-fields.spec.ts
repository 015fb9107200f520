import { describe, expect, it } from '@jest/globals';
import { storedFields } from './stored-fields.js';

interface Parcel {
  readonly weight: number;
  readonly note?: string;
}

describe('stored fields', () => {
  const form = storedFields<Parcel>({ weight: true, note: true });

  it('are stored and read under their own names', () => {
    expect(form.read(form.write({ weight: 1, note: 'fragile' }))).toEqual({ weight: 1, note: 'fragile' });
  });

  it('are all that is stored: what else an object carries stays behind, what is absent stays away', () => {
    const more = { weight: 1, secret: 'x' };
    expect(form.write(more)).toStrictEqual({ weight: 1 });
  });
});
