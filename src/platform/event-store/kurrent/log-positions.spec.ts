import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ForeignPosition } from '../event-store.port.js';
import { isPlace, LogPositions } from './log-positions.js';

const positions = new LogPositions('kurrent-0011223344556677', { commit: 0n, prepare: 0n });
const place = fc.record({ commit: fc.bigInt(0n, 2n ** 63n - 1n), prepare: fc.bigInt(0n, 2n ** 63n - 1n) });

describe("positions of a server's log", () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(place, (each) => {
        expect(positions.of(positions.at(each))).toEqual(each);
      }),
    );
  });

  it('have one order, by commit and then by prepare', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const expected = a.commit === b.commit ? a.prepare - b.prepare : a.commit - b.commit;
        const found = positions.compare(positions.at(a), positions.at(b));
        expect(Math.sign(found)).toBe(expected < 0n ? -1 : expected > 0n ? 1 : 0);
      }),
    );
  });

  it.each(['1/1', '01/1', '1/-1', '1', '1/', '/1', '1/1/1', '9223372036854775808/1', '18446744073709551615/18446744073709551615'])(
    'refuse %s of another store or of another form',
    (tail) => {
      expect(() => positions.of(`kurrent-7766554433221100:${tail}`)).toThrow(ForeignPosition);
      if (tail !== '1/1') expect(() => positions.of(`${positions.storeId}:${tail}`)).toThrow(ForeignPosition);
    },
  );

  it('are none where the server has not looked at anything yet', () => {
    expect(isPlace({ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n })).toBe(false);
    expect(isPlace({ commit: 0n, prepare: 0n })).toBe(true);
  });
});
