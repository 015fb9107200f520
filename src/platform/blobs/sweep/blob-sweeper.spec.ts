import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { committed, contentOf, owner } from '#test/blobs/blobs-conformance.js';
import { KnownKeys } from '#test/blobs/known-keys.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.js';
import { BlobMissing } from '../blobs.port.js';
import { FileBlobs } from '../files/file-blobs.js';
import { BlobSweeper, type SweeperNeeds } from './blob-sweeper.js';
import { SweepMark } from './sweep-mark.js';

const folder = temporaryFolders();
const hour = 3_600_000;

async function house(needs: Partial<SweeperNeeds> = {}) {
  const root = folder();
  let now = Date.parse('2026-03-01T12:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const keys = new KnownKeys();
  const blobs = await FileBlobs.open(root, keys, clock);
  const events = new MemoryEventStore(clock);
  const mark = new SweepMark(join(root, 'swept-until'));
  const sweeper = new BlobSweeper({ blobs, events, clock, mark, heldBack: async () => undefined, ...needs });
  const append = (revision: number, data: object) =>
    events.append(`${owner.category}-${owner.companyId}.${owner.streamId}`, revision === 0 ? 'noStream' : BigInt(revision - 1), [
      { id: randomUUID(), type: 'messaging.message-received', data: JSON.stringify(data), metadata: '{}' },
    ]);
  return { root, keys, blobs, events, mark, sweeper, append, pass: (hours: number) => (now += hours * hour) };
}

describe('the sweep of blobs', () => {
  it('removes after 24 hours what no event names, and keeps what one names', async () => {
    const { blobs, keys, sweeper, append, pass } = await house();
    const named = await committed(blobs, keys, Buffer.from('named'));
    const orphan = await committed(blobs, keys, Buffer.from('orphan'));
    await append(0, { blob: named });

    pass(23);
    expect(await sweeper.sweep()).toMatchObject({ looked: 0, removed: 0 });
    pass(2);
    expect(await sweeper.sweep()).toEqual({ looked: 2, removed: 1, abandoned: 0, unasked: 0, complete: true });
    expect(await contentOf(blobs, named)).toEqual(Buffer.from('named'));
    await expect(blobs.read(orphan)).rejects.toThrow(BlobMissing);
  });

  it('asks the whole stream, however long it is', async () => {
    const { blobs, keys, sweeper, append, pass } = await house();
    const named = await committed(blobs, keys, Buffer.from('named'));
    for (let revision = 0; revision < 1_100; revision += 1) await append(revision, revision === 1_099 ? { deep: [{ blob: named }] } : {});
    pass(25);
    expect(await sweeper.sweep()).toMatchObject({ looked: 1, removed: 0 });
  });

  it('keeps a blob whose stream cannot be read, and looks again next time', async () => {
    let broken = true;
    const store = new MemoryEventStore({ now: () => new Date() });
    const readStream: MemoryEventStore['readStream'] = (...asked) =>
      broken ? Promise.reject(new Error('disk I/O error')) : store.readStream(...asked);
    const { blobs, keys, sweeper, mark, pass } = await house({ events: { readStream } });
    const orphan = await committed(blobs, keys, Buffer.from('orphan'));
    pass(25);
    expect(await sweeper.sweep()).toMatchObject({ looked: 1, removed: 0, unasked: 1, complete: false });
    expect(await mark.read()).toBeUndefined();
    expect(await contentOf(blobs, orphan)).toEqual(Buffer.from('orphan'));
    broken = false;
    expect(await sweeper.sweep()).toMatchObject({ looked: 1, removed: 1, complete: true });
  });

  it('keeps a blob if the second page of its stream cannot be read', async () => {
    const made = await house();
    const readStream: MemoryEventStore['readStream'] = (stream, options) =>
      options?.from === 0n ? made.events.readStream(stream, options) : Promise.reject(new Error('disk I/O error'));
    const sweeper = new BlobSweeper({
      ...made,
      clock: { now: () => new Date('2026-03-03T12:00:00.000Z') },
      events: { readStream },
      heldBack: async () => undefined,
    });
    const blobId = await committed(made.blobs, made.keys, Buffer.from('x'));
    await made.append(0, {});
    expect(await sweeper.sweep()).toMatchObject({ removed: 0, unasked: 1 });
    expect(await contentOf(made.blobs, blobId)).toEqual(Buffer.from('x'));
  });

  it('removes nothing while it is held back, as after a restore', async () => {
    const { blobs, keys, sweeper, pass } = await house({ heldBack: async () => 'restored from a backup' });
    const orphan = await committed(blobs, keys, Buffer.from('orphan'));
    pass(48);
    expect(await sweeper.sweep()).toEqual({ heldBack: 'restored from a backup' });
    expect(await contentOf(blobs, orphan)).toEqual(Buffer.from('orphan'));
  });

  it('looks once at each blob, also in another process, and at all of them when the mark is forgotten or damaged', async () => {
    const { root, blobs, keys, sweeper, append, mark, pass } = await house();
    const first = await committed(blobs, keys, Buffer.from('1'));
    await append(0, { first });
    pass(25);
    expect(await sweeper.sweep()).toMatchObject({ looked: 1 });
    const second = await committed(blobs, keys, Buffer.from('2'));
    await append(1, { second });
    pass(25);
    expect(await sweeper.sweep()).toMatchObject({ looked: 1 });
    expect(await sweeper.sweep()).toMatchObject({ looked: 0 });
    await mark.forget();
    expect(await sweeper.sweep()).toMatchObject({ looked: 2, removed: 0 });
    writeFileSync(join(root, 'swept-until'), 'nonsense');
    expect(await sweeper.sweep()).toMatchObject({ looked: 2, removed: 0 });
  });

  it('ends at once when the service shuts down, and holds no process up', async () => {
    const { sweeper } = await house();
    sweeper.onApplicationBootstrap();
    await sweeper.onApplicationShutdown();
  });
});
