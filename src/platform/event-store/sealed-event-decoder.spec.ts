import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { parcelCodecs } from '#test/event-store/parcel.js';
import { freshCause, posted, postOffice, systemClock } from '#test/event-store/post-office.js';
import { codec } from './codec.js';
import { UnreadableEvent } from './event-decoder.port.js';
import type { StoredEvent } from './event-store.port.js';
import { MemoryEventStore } from './memory/memory-event-store.js';

describe('decoding for readers of the whole log', () => {
  const store = new MemoryEventStore(systemClock);
  const office = postOffice(store);
  let stored: StoredEvent;
  const withMetadata = (change: object): StoredEvent => {
    const metadata: unknown = JSON.parse(stored.metadata);
    return { ...stored, metadata: JSON.stringify(Object.assign({}, metadata, change)) };
  };

  beforeEach(async () => {
    const id = randomUUID();
    await office.parcels.begin(id, freshCause(office.companyId), posted());
    const [event] = await store.readStream(`parcel-${office.companyId}.${id}`);
    if (event === undefined) throw new Error('one event');
    stored = event;
  });

  it('gives the domain event and where it stands', async () => {
    const { position, recordedAt, id: eventId } = stored;
    expect(await office.decoder.decode(stored)).toMatchObject({
      event: { type: 'ParcelPosted', data: { weight: 250 } },
      category: 'parcel',
      companyId: office.companyId,
      streamId: stored.stream.split('.')[1],
      revision: 0n,
      position,
      recordedAt,
      eventId,
      metadata: { actor: 'actor', schema: '1', previousHash: '' },
    });
  });

  it('passes by what nobody registered', async () => {
    expect(await office.decoder.decode({ ...stored, stream: stored.stream.replace('parcel', 'letter') })).toBeUndefined();
    expect(await office.decoder.decode({ ...stored, stream: '$settings' })).toBeUndefined();
  });

  it.each<[string, () => StoredEvent]>([
    ['an unknown stored name', () => ({ ...stored, type: 'parcel.lost' })],
    ['an unknown schema version', () => withMetadata({ schema: '2' })],
    ['no schema version', () => withMetadata({ schema: 'x' })],
    ['metadata of something else', () => ({ ...stored, metadata: '{}' })],
    ['metadata of another company', () => withMetadata({ companyId: 'other' })],
    ['data that are no JSON', () => ({ ...stored, data: '{' })],
    ['data that no codec takes', () => ({ ...stored, data: 'null' })],
  ])('is loud about %s, without a word of what is inside', async (_, poison) => {
    const error: unknown = await office.decoder.decode(poison()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableEvent);
    expect(String(error)).not.toContain('Ada');
  });

  it('knows stored names of domain events', () => {
    expect(office.decoder.storedTypeOf('ParcelPosted')).toBe('parcel.posted');
    expect(office.decoder.storedTypeOf('LetterPosted')).toBeUndefined();
  });

  it('registers the same codecs twice as once, and no name twice', () => {
    office.catalogue.register('parcel', parcelCodecs);
    const other = codec('parcel.posted', { write: () => ({}), read: () => ({}) });
    expect(() => {
      office.catalogue.register('letter', { LetterPosted: other });
    }).toThrow(/the name is taken/);
    const sameEvent = codec('letter.posted', { write: () => ({}), read: () => ({}) });
    expect(() => {
      office.catalogue.register('letter', { ParcelPosted: sameEvent });
    }).toThrow(/the name is taken/);
  });

  it('reads older schema versions with their own readers', async () => {
    const older = postOffice(new MemoryEventStore(systemClock), office.keys);
    const evolved = codec<{ text: string }, { t: string }>(
      'letter.written',
      { write: ({ text }) => ({ t: text }), read: ({ t }) => ({ text: t }) },
      ({ body }: { body: string }) => ({ text: body }),
    );
    older.catalogue.register('letter', { LetterWritten: evolved });
    const letter = (schema: string, data: object) => ({
      ...withMetadata({ schema }),
      type: 'letter.written',
      stream: stored.stream.replace('parcel', 'letter'),
      data: JSON.stringify(data),
    });
    expect(await older.decoder.decode(letter('1', { body: 'Dear' }))).toMatchObject({ event: { data: { text: 'Dear' } } });
    expect(await older.decoder.decode(letter('2', { t: 'Sir' }))).toMatchObject({ event: { data: { text: 'Sir' } } });
  });
});
