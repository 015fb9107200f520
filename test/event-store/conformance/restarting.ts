import { expect, it } from '@jest/globals';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { Follower } from './follower.js';
import { appendOneByOne, freshCategory, freshEvents, freshStream, idsOf, readOn, successful } from './fresh.js';

export function restarting(store: () => EventStore, restart: () => Promise<void>): void {
  it('is the same store after a restart: id, order, positions, repeats, checkpoints', async () => {
    const category = freshCategory();
    const stream = freshStream(category);
    const start = await store().head();
    const [id, first, later] = [store().id, freshEvents(2), freshEvents(3)];
    const before = await store().append(stream, 'noStream', first);
    const log = await readOn(store(), category, start);
    await restart();

    expect(store().id).toBe(id);
    expect(await readOn(store(), category, start)).toEqual(log);
    expect(await store().append(stream, 'noStream', first)).toEqual(before);
    await appendOneByOne(store(), stream, later, 2n);
    await using follower = new Follower(store(), successful(before).position, { categories: [category] });
    expect(idsOf(await follower.events(3))).toEqual(idsOf(later));
  });

  it('keeps everything that it answered, when it is closed in the middle of appends', async () => {
    const category = freshCategory();
    const start = await store().head();
    const streams = Array.from({ length: 50 }, () => freshStream(category));
    const outcomes = Promise.allSettled(streams.map((stream) => store().append(stream, 'noStream', freshEvents(2))));
    await restart();
    const answered = (await outcomes).flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [streams[index]] : []));
    const kept = new Set((await readOn(store(), category, start)).map(({ stream }) => stream));
    for (const stream of answered) expect(kept).toContain(stream);
  });
}
