import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { accept } from '#kernel/decision.js';
import type { Personal } from '#kernel/personal.js';
import { DataKeyMissing } from '#platform/event-store/data-keys.port.js';
import { UnreadableEvent } from '#platform/event-store/event-decoder.port.js';
import type { EventStore, StoredEvent } from '#platform/event-store/event-store.port.js';
import { verifyChain } from '#platform/event-store/verify-chain.js';
import { freshCause, posted, postOffice } from '../post-office.js';

const clearText = (personal: Personal<string> | undefined) => personal?.read({ known: (text) => text, erased: () => 'erased' });

/** What the sealer and the hash chain promise has to survive the way through the store. */
export function forgetting(store: () => EventStore): void {
  const stamp = (text: string) => () => accept({ type: 'ParcelStamped' as const, data: { stamp: text } });

  it('shows personal fields while their key lives, and erased ones ever after', async () => {
    const { parcels, keys, companyId } = postOffice(store());
    const [id, keyId] = [randomUUID(), randomUUID()];
    await parcels.begin(id, freshCause(companyId), posted(keyId, 'Grace Hopper'));
    expect(clearText((await parcels.load(companyId, id))?.state.addressee)).toBe('Grace Hopper');
    const [stored] = await store().readStream(`parcel-${companyId}.${id}`);
    expect(stored?.data).not.toContain('Grace');

    await keys.destroy(keyId);
    expect(clearText((await parcels.load(companyId, id))?.state.addressee)).toBe('erased');
  });

  it('is loud about a key that is neither there nor buried', async () => {
    const { parcels, keys, companyId } = postOffice(store());
    const [id, keyId] = [randomUUID(), randomUUID()];
    await parcels.begin(id, freshCause(companyId), posted(keyId));
    keys.forget(keyId);
    await expect(parcels.load(companyId, id)).rejects.toThrow(DataKeyMissing);
  });

  it('is loud about ciphertext that was changed, or moved to another event', async () => {
    const { parcels, decoder, companyId } = postOffice(store());
    const keyId = randomUUID();
    const [one, other] = await Promise.all(
      ['one', 'other'].map(async (id) => {
        await parcels.begin(id, freshCause(companyId), posted(keyId, id));
        return onlyEvent(await store().readStream(`parcel-${companyId}.${id}`));
      }),
    );
    if (one === undefined || other === undefined) throw new Error('two parcels');
    await expect(decoder.decode({ ...one, data: other.data })).rejects.toThrow(UnreadableEvent);
    const turned = one.data.replace(/"text":"(.)/, (_, first: string) => `"text":"${first === 'A' ? 'B' : 'A'}`);
    await expect(decoder.decode({ ...one, data: turned })).rejects.toThrow(UnreadableEvent);
    expect(await decoder.decode(one)).toMatchObject({ event: { type: 'ParcelPosted' } });
  });

  it('chains the events of a stream by their hashes, so that a change of any but the last shows', async () => {
    const { parcels, companyId } = postOffice(store());
    await parcels.begin('p', freshCause(companyId), posted());
    for (const text of ['Bonn', 'Cologne', 'Aachen']) await parcels.decide('p', freshCause(companyId), stamp(text));
    const events = await store().readStream(`parcel-${companyId}.p`);
    expect(verifyChain(events)).toEqual({ events: 4, streams: 1, broken: [] });

    const changed = events.map((event) => ({ ...event, data: event.data.replace('Bonn', 'Berlin') }));
    expect(verifyChain(changed).broken).toEqual([{ stream: `parcel-${companyId}.p`, revision: 2n, fault: 'previous-hash-differs' }]);
    expect(verifyChain(events.toSpliced(1, 1)).broken).toMatchObject([{ revision: 2n, fault: 'revision-gap' }]);
  });
}

function onlyEvent([event]: readonly StoredEvent[]): StoredEvent | undefined {
  return event;
}
