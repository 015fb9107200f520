import { beforeEach, describe, expect, it } from '@jest/globals';
import { freshCause, posted, postOffice, systemClock } from '#test/event-store/post-office.js';
import { nameBasedId } from '../identity.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import type { Cause } from '../streams.js';

const another = nameBasedId('company', 'another');
const refusal = (reason: string) => ({ ok: false, refusal: { reason } });

class StoreThatStops extends MemoryEventStore {
  stopsAt: string | undefined;

  override append(...call: Parameters<MemoryEventStore['append']>): ReturnType<MemoryEventStore['append']> {
    if (this.stopsAt !== undefined && call[0].startsWith(this.stopsAt)) throw new Error('killed');
    return super.append(...call);
  }
}

describe('the key of a command that begins a stream', () => {
  let store: StoreThatStops;
  let office: ReturnType<typeof postOffice>;
  let keyed: Cause;
  const other = (cause: Cause): Cause => ({ ...cause, bodyDigest: 'other' });

  beforeEach(() => {
    store = new StoreThatStops(systemClock);
    office = postOffice(store);
    keyed = freshCause(office.companyId, { keyOf: office.companyId });
  });

  it('begins one stream, however its body names it, in another company too', async () => {
    const first = await office.parcels.begin('p', keyed, posted());
    expect(first.ok).toBe(true);
    expect(await office.parcels.begin('q', other(keyed), posted())).toEqual(refusal('key-used-before'));
    expect(await office.parcels.begin('q', { ...other(keyed), companyId: another }, posted())).toEqual(refusal('key-used-before'));
    expect(await office.parcels.begunBefore('q', other(keyed))).toEqual(refusal('key-used-before'));
    expect(await office.parcels.load(office.companyId, 'q')).toBeUndefined();
    expect(await office.parcels.begin('p', keyed, posted())).toEqual(first);
    expect(await office.parcels.begunBefore('p', keyed)).toEqual(first);
  });

  it('is not used by a command that is refused: another body is free to take it', async () => {
    await office.parcels.begin('p', freshCause(office.companyId), posted());
    expect(await office.parcels.begin('p', keyed, posted())).toEqual(refusal('exists-already'));
    expect(await office.parcels.begin('q', { ...keyed, expectedRevision: 3n }, posted())).toEqual(refusal('changed-meanwhile'));
    expect(await office.parcels.begin('q', other(keyed), posted())).toMatchObject({ ok: true });
  });

  it('is carried on by the same command after a crash between the key and the stream, and by no other', async () => {
    store.stopsAt = 'parcel-';
    await expect(office.parcels.begin('p', keyed, posted())).rejects.toThrow('killed');
    store.stopsAt = undefined;
    expect(await office.parcels.begin('q', other(keyed), posted())).toEqual(refusal('key-used-before'));
    expect(await office.parcels.begin('p', keyed, posted())).toMatchObject({ ok: true });
  });

  it('leaves no trace where there is none', async () => {
    await office.parcels.begin('p', freshCause(office.companyId), posted());
    const { events } = await store.readAll(undefined);
    expect(events.map(({ stream }) => stream)).toEqual([`parcel-${office.companyId}.p`]);
  });

  it('begins one of many at once', async () => {
    const bodies = Array.from({ length: 8 }, (_, index) => ({ ...keyed, bodyDigest: String(index) }));
    const answers = await Promise.all(bodies.map((cause, index) => office.parcels.begin(`p-${String(index)}`, cause, posted())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
