import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Personal } from '#kernel/personal.js';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';
import { legible } from '#test/golden/legible.js';
import { DataKeyMissing } from '../data-keys.port.js';
import { EventRefused } from '../event-store.port.js';
import type { SealedPlace } from './sealed-field.js';
import { SealBroken, Sealer } from './sealer.js';

const place: SealedPlace = { companyId: 'company', stream: 'parcel-company.p', eventId: 'event-1', type: 'parcel.posted' };
const secret = 'Ada Lovelace';

/** As a store keeps it. */
function stored(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}

function sealerAndKeys() {
  const keys = new InMemoryDataKeys();
  return { sealer: new Sealer(keys), keys };
}

// fast-check's json values, without the one name that belongs to the store and without -0, which JSON does not know.
const clear = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'binary' })
  .filter(
    (value) => !JSON.stringify(value).includes('$sealed') && Object.is(JSON.stringify(value), JSON.stringify(structuredClone(value))),
  );
const personal = fc.tuple(fc.constantFrom('key-1', 'key-2'), clear).map(([key, value]) => Personal.under(key, value));
const payload = fc.dictionary(
  fc.string({ unit: 'binary' }).filter((name) => name !== '$sealed'),
  fc.oneof(clear, personal, fc.array(personal, { maxLength: 3 }), fc.record({ deep: personal, beside: clear })),
);

describe('the sealer', () => {
  it('gives back every payload as it was handed over, through JSON', async () => {
    await fc.assert(
      fc.asyncProperty(payload, async (data) => {
        const { sealer } = sealerAndKeys();
        const opened = await sealer.open(stored(await sealer.seal(data, place)), place);
        expect(stored(legible(opened))).toEqual(stored(legible(data)));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing of a personal value in the stored form, and never seals the same way twice', async () => {
    const { sealer } = sealerAndKeys();
    const data = { to: Personal.under('key-1', secret), notes: [{ by: Personal.under('key-1', secret) }] };
    const [one, other] = [JSON.stringify(await sealer.seal(data, place)), JSON.stringify(await sealer.seal(data, place))];
    expect(one).not.toContain('Ada');
    expect(one).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
    expect(one).not.toBe(other);
  });

  it('keeps an absent personal value absent', async () => {
    const { sealer } = sealerAndKeys();
    const opened = await sealer.open(stored(await sealer.seal({ to: Personal.under('key-1', undefined), gone: undefined }, place)), place);
    expect(opened).toEqual({ to: Personal.under('key-1', undefined) });
  });

  it.each<[string, Partial<SealedPlace>]>([
    ['company', { companyId: 'another' }],
    ['stream', { stream: 'parcel-company.q' }],
    ['event', { eventId: 'event-2' }],
    ['event type', { type: 'parcel.stamped' }],
  ])('opens nothing that was moved to another %s', async (_, elsewhere) => {
    const { sealer } = sealerAndKeys();
    const sealed = stored(await sealer.seal({ to: Personal.under('key-1', secret) }, place));
    await expect(sealer.open(sealed, { ...place, ...elsewhere })).rejects.toThrow(SealBroken);
  });

  it('opens nothing that was moved to another field, or to another key', async () => {
    const { sealer, keys } = sealerAndKeys();
    await keys.provide('key-2');
    const sealed = JSON.stringify(await sealer.seal({ to: Personal.under('key-1', secret), list: [] }, place));
    await expect(sealer.open(JSON.parse(sealed.replace('"to"', '"from"')), place)).rejects.toThrow(SealBroken);
    await expect(sealer.open(JSON.parse(sealed.replace('key-1', 'key-2')), place)).rejects.toThrow(SealBroken);
    await expect(sealer.open(JSON.parse(sealed.replace(/"tag":"[^"]{8}/, '"tag":"')), place)).rejects.toThrow(SealBroken);
  });

  it.each([
    ['no text', { key: 'key-1' }],
    ['nothing', null],
    ['a number for a text', { key: 'key-1', iv: '', tag: '', text: 1 }],
    ['something more', { key: 'key-1', iv: '', tag: '', text: '', more: '' }],
  ])('takes a seal with %s for a broken one, never for an erased one', async (_, $sealed) => {
    const { sealer, keys } = sealerAndKeys();
    await keys.provide('key-1');
    await expect(sealer.open({ to: { $sealed } }, place)).rejects.toThrow(SealBroken);
  });

  it('reads as erased what lies under a destroyed key, written before or after, and nothing else', async () => {
    const { sealer, keys } = sealerAndKeys();
    const data = { to: Personal.under('key-1', secret), by: Personal.under('key-2', secret) };
    const before = stored(await sealer.seal(data, place));
    await keys.destroy('key-1');
    const after = stored(await sealer.seal(data, place));
    const erased = { to: Personal.erased('key-1'), by: Personal.under('key-2', secret) };
    expect(await sealer.open(before, place)).toEqual(erased);
    expect(await sealer.open(after, place)).toEqual(erased);
    expect(await sealer.open(stored(await sealer.seal(erased, place)), place)).toEqual(erased);
    expect(JSON.stringify(after)).toContain('{"to":{"$sealed":{"key":"key-1"}}');
  });

  it('is loud about a key that is neither there nor buried', async () => {
    const { sealer, keys } = sealerAndKeys();
    const sealed = stored(await sealer.seal({ to: Personal.under('key-1', secret) }, place));
    keys.forget('key-1');
    await expect(sealer.open(sealed, place)).rejects.toThrow(DataKeyMissing);
  });

  it.each<[string, object]>([
    ['a date', { at: new Date() }],
    ['a bigint', { count: 1n }],
    ['no number', { count: Number.NaN }],
    ['a map', { by: new Map() }],
    ['a hole in a list', { list: [undefined] }],
    ['the name that belongs to the store', { deep: { $sealed: {} } }],
    ['a personal value inside another', { to: Personal.under('key-1', { name: Personal.under('key-2', secret) }) }],
    ['an erased value whose key lives', { to: Personal.erased('key-1') }],
  ])('refuses %s instead of storing something else', async (_, data) => {
    await expect(sealerAndKeys().sealer.seal(data, place)).rejects.toThrow(EventRefused);
  });

  it('replaces lone surrogates, which a mail can bring and the hash chain cannot express', async () => {
    expect(await sealerAndKeys().sealer.seal({ text: 'a\ud800b' }, place)).toEqual({ text: 'a\ufffdb' });
  });
});
