import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BlobDamaged, BlobMissing, type BlobOwner, type Blobs } from '#platform/blobs/blobs.port.js';
import { DataKeyMissing } from '#platform/event-store/data-keys.port.js';
import { KnownKeys } from './known-keys.js';

/** A blob store as the suite needs it; it never looks at files. */
export interface BlobsUnderTest {
  readonly blobs: Blobs;
  /** The stored bytes under an id, and how to put others there. */
  readonly stored: (blobId: string) => Promise<Buffer>;
  readonly store: (blobId: string, bytes: Uint8Array) => Promise<void>;
  /** Everything stored, whatever it is. */
  readonly everything: () => Promise<Buffer>;
  /** The store as a new process finds it. */
  readonly reopened: () => Promise<Blobs>;
}

type Make = (keys: KnownKeys, clock: { now(): Date }) => Promise<BlobsUnderTest>;

export const owner: BlobOwner = { companyId: '00000000-0000-4000-8000-000000000001', category: 'inbound-message', streamId: 'message-1' };

export async function committed(blobs: Blobs, keys: KnownKeys, content: Uint8Array, { of = owner, keyId = 'key-1' } = {}): Promise<string> {
  const key = await keys.find(keyId).catch(() => keys.make(keyId));
  if (key === 'destroyed') throw new Error('The key was destroyed.');
  const writer = await blobs.begin(key);
  await writer.write(content);
  return writer.commit(of);
}

export async function contentOf(blobs: Blobs, blobId: string): Promise<Buffer | 'erased'> {
  const read = await blobs.read(blobId);
  return read === 'erased' ? read : buffer(read);
}

/** What every blob store must do. An adapter's spec calls it. */
export function blobsConformance(name: string, make: Make): void {
  const clock = { now: () => new Date() };
  const started = async () => {
    const keys = new KnownKeys();
    const under = await make(keys, clock);
    return { ...under, keys };
  };

  describe(`${name}: a blob`, () => {
    it('comes back as it was written, whatever its size and however it was cut', async () => {
      const { blobs, keys } = await started();
      const key = keys.make('key-1');
      const sizes = fc.array(fc.oneof(fc.nat(200), fc.constantFrom(65_535, 65_536, 65_537, 131_072, 700_001)), { maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(sizes, async (lengths) => {
          const chunks = lengths.map((length) => randomBytes(length));
          const writer = await blobs.begin(key);
          for (const chunk of chunks) await writer.write(chunk);
          const blobId = await writer.commit(owner);
          expect(Buffer.concat(chunks).equals(Buffer.from(await contentOf(blobs, blobId)))).toBe(true);
        }),
        { numRuns: 40 },
      );
    });

    it('of 35 MB comes back in order, though its writer was not waited for', async () => {
      const { blobs, keys } = await started();
      const writer = await blobs.begin(keys.make('key-1'));
      const digest = createHash('sha256');
      const writes = Array.from({ length: 35 }, () => {
        const chunk = randomBytes(1_000_000);
        digest.update(chunk);
        return writer.write(chunk);
      });
      const [blobId] = await Promise.all([writer.commit(owner), ...writes]);
      const content = await contentOf(blobs, blobId);
      expect(createHash('sha256').update(content).digest('hex')).toBe(digest.digest('hex'));
    });

    it('is there for the next process', async () => {
      const { blobs, keys, reopened } = await started();
      const blobId = await committed(blobs, keys, Buffer.from('durable'));
      expect(await contentOf(await reopened(), blobId)).toEqual(Buffer.from('durable'));
    });

    it('lies nowhere in the clear', async () => {
      const { blobs, keys, everything } = await started();
      await committed(blobs, keys, Buffer.from('Liebe Frau Muster, hiermit bewerbe ich mich'));
      expect((await everything()).includes('Liebe Frau Muster')).toBe(false);
    });

    it('that was discarded leaves nothing, and can be neither written nor committed', async () => {
      const { blobs, keys, everything } = await started();
      const before = await everything();
      const writer = await blobs.begin(keys.make('key-1'));
      await writer.write(randomBytes(200_000));
      await writer.discard();
      await writer.discard();
      await expect(writer.write(Buffer.from('x'))).rejects.toThrow();
      await expect(writer.commit(owner)).rejects.toThrow();
      expect(await everything()).toEqual(before);
    });

    it('that was committed is not undone by a discard', async () => {
      const { blobs, keys } = await started();
      const writer = await blobs.begin(keys.make('key-1'));
      await writer.write(Buffer.from('kept'));
      const blobId = await writer.commit(owner);
      await writer.discard();
      await expect(writer.commit(owner)).rejects.toThrow();
      expect(await contentOf(blobs, blobId)).toEqual(Buffer.from('kept'));
    });

    it('has a fresh id for every attempt', async () => {
      const { blobs, keys } = await started();
      const ids = await Promise.all(Array.from({ length: 50 }, () => committed(blobs, keys, Buffer.from('same'))));
      expect(new Set(ids).size).toBe(50);
    });

    it('may carry any key id, and no owner that leaves its place', async () => {
      const { blobs, keys } = await started();
      for (const keyId of ['candidate/../../etc', 'a~b', 'ä ö', '%2e%2e', "(*)'!"])
        expect(await contentOf(blobs, await committed(blobs, keys, Buffer.from(keyId), { keyId }))).toEqual(Buffer.from(keyId));
      for (const streamId of ['a/b', '../../x', 'a~b', '', 'a\0', 'x'.repeat(129)])
        await expect(committed(blobs, keys, Buffer.from('x'), { of: { ...owner, streamId } })).rejects.toThrow(RangeError);
    });
  });

  describe(`${name}: reading a blob`, () => {
    it('says erased once the key is destroyed, whether the bytes are there or not', async () => {
      const { blobs, keys } = await started();
      const [one, other] = [await committed(blobs, keys, Buffer.from('a')), await committed(blobs, keys, Buffer.from('b'))];
      await blobs.remove(other);
      keys.destroy('key-1');
      expect(await contentOf(blobs, one)).toBe('erased');
      expect(await contentOf(blobs, other)).toBe('erased');
    });

    it('is a loud error where the bytes are lost, the key is lost, or the id is none', async () => {
      const { blobs, keys } = await started();
      const blobId = await committed(blobs, keys, Buffer.from('a'));
      await blobs.remove(blobId);
      await blobs.remove(blobId);
      await expect(blobs.read(blobId)).rejects.toThrow(BlobMissing);
      await expect(blobs.read(blobId.replace('key-1', 'key-2'))).rejects.toThrow(DataKeyMissing);
      for (const none of [
        '',
        '../master.key',
        `${blobId}/..`,
        `../${blobId}`,
        `${blobId}\0`,
        `${blobId}\n`,
        '/etc/passwd',
        blobId.replace('/', '/../'),
      ]) {
        await expect(blobs.read(none)).rejects.toThrow(BlobMissing);
        await expect(blobs.remove(none)).rejects.toThrow(BlobMissing);
      }
    });

    const sealedChunk = 64 * 1024 + 16;
    const header = 36;
    const damages: readonly [string, (stored: Buffer) => Buffer][] = [
      ['with one bit changed in the first chunk', (stored) => flipped(stored, header + 5)],
      ['with one bit changed in the last chunk', (stored) => flipped(stored, stored.length - 20)],
      ['with one bit changed in the last tag', (stored) => flipped(stored, stored.length - 1)],
      ['with one bit changed in its header', (stored) => flipped(stored, 10)],
      ['of another format', (stored) => flipped(stored, 0)],
      ['cut short by one octet', (stored) => stored.subarray(0, -1)],
      ['cut off between two chunks', (stored) => stored.subarray(0, header + sealedChunk)],
      ['cut down to its header', (stored) => stored.subarray(0, header)],
      ['cut down to nothing', () => Buffer.alloc(0)],
      ['with an octet more', (stored) => Buffer.concat([stored, Buffer.of(0)])],
      ['with its last chunk twice', (stored) => Buffer.concat([stored, stored.subarray(header + 2 * sealedChunk)])],
      ['with its first chunk left out', (stored) => Buffer.concat([stored.subarray(0, header), stored.subarray(header + sealedChunk)])],
      [
        'with two chunks exchanged',
        (stored) =>
          Buffer.concat([
            stored.subarray(0, header),
            stored.subarray(header + sealedChunk, header + 2 * sealedChunk),
            stored.subarray(header, header + sealedChunk),
            stored.subarray(header + 2 * sealedChunk),
          ]),
      ],
    ];

    it.each(damages)('%s is refused before the first octet leaves', async (_, damage) => {
      const { blobs, keys, stored, store } = await started();
      const blobId = await committed(blobs, keys, randomBytes(150_000));
      await store(blobId, damage(await stored(blobId)));
      await expect(blobs.read(blobId)).rejects.toThrow(BlobDamaged);
    });

    it('that is large and damaged at its end is refused before the first octet leaves', async () => {
      const { blobs, keys, stored, store } = await started();
      const blobId = await committed(blobs, keys, randomBytes(3_000_000));
      await store(blobId, flipped(await stored(blobId), 2_999_000));
      await expect(blobs.read(blobId)).rejects.toThrow(BlobDamaged);
    });

    it('that stands in another’s place is refused, though both are under one key', async () => {
      const { blobs, keys, stored, store } = await started();
      const [one, other] = [await committed(blobs, keys, Buffer.from('a')), await committed(blobs, keys, Buffer.from('b'))];
      await store(one, await stored(other));
      await expect(blobs.read(one)).rejects.toThrow(BlobDamaged);
    });

    it('that is removed while it is read is read to its end', async () => {
      const { blobs, keys } = await started();
      const content = randomBytes(3_000_000);
      const blobId = await committed(blobs, keys, content);
      const stream = await blobs.read(blobId);
      if (stream === 'erased') throw new Error('It is not erased.');
      await blobs.remove(blobId);
      expect((await buffer(stream)).equals(content)).toBe(true);
    });

    it('may be given up in the middle', async () => {
      const { blobs, keys } = await started();
      const stream = await blobs.read(await committed(blobs, keys, randomBytes(3_000_000)));
      if (stream === 'erased') throw new Error('It is not erased.');
      for await (const chunk of stream) {
        expect(chunk).toBeInstanceOf(Uint8Array);
        break;
      }
      expect(stream.destroyed).toBe(true);
    });
  });

  describe(`${name}: the list of blobs`, () => {
    it('names what was committed in a span of time, with its owner, and nothing else', async () => {
      const keys = new KnownKeys();
      let now = new Date('2026-03-01T23:59:59.999Z');
      const { blobs } = await make(keys, { now: () => now });
      const ids: string[] = [];
      for (const at of ['2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00.000Z', '2026-03-02T12:00:00.000Z', '2026-03-03T00:00:00.000Z']) {
        now = new Date(at);
        ids.push(await committed(blobs, keys, Buffer.from(at)));
      }
      const begun = await blobs.begin(keys.make('key-2'));
      const listed = async (since: string | undefined, before: string) => {
        const span = { before: new Date(before), ...(since === undefined ? {} : { since: new Date(since) }) };
        const found = [];
        for await (const blob of blobs.committed(span)) found.push(blob);
        expect(found.map((blob) => blob.owner)).toEqual(found.map(() => owner));
        return found.map((blob) => ids.indexOf(blob.blobId)).sort();
      };
      expect(await listed(undefined, '2027-01-01T00:00:00.000Z')).toEqual([0, 1, 2, 3]);
      expect(await listed(undefined, '2026-03-02T12:00:00.000Z')).toEqual([0, 1]);
      expect(await listed('2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z')).toEqual([1, 2]);
      await begun.discard();
    });

    it('knows what was begun and never committed, and spares what is still being written', async () => {
      const { blobs, keys, reopened } = await started();
      const writer = await blobs.begin(keys.make('key-1'));
      await writer.write(randomBytes(100_000));
      const later = new Date(Date.now() + 60_000);
      expect(await blobs.discardAbandoned(later)).toBe(0);
      const next = await reopened();
      expect(await next.discardAbandoned(new Date(Date.now() - 60_000))).toBe(0);
      expect(await next.discardAbandoned(later)).toBe(1);
      expect(await next.discardAbandoned(later)).toBe(0);
      await writer.discard();
    });
  });
}

function flipped(stored: Buffer, at: number): Buffer {
  const changed = Buffer.from(stored);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
