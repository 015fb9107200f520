import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { Follower } from './follower.js';
import { appendOneByOne, freshCategory, freshEvent, freshEvents, freshStream, idsOf, readOn } from './fresh.js';

export function following(store: () => EventStore): void {
  const follow = (category: string, after: string | undefined) => new Follower(store(), after, { categories: [category] });

  it('subscribes to every committed event once and in order while writers are running, and resumes after each', async () => {
    const category = freshCategory();
    const start = await store().head();
    await using follower = follow(category, start);
    const writers = Promise.all(Array.from({ length: 10 }, () => appendOneByOne(store(), freshStream(category), freshEvents(20))));
    const seen = await follower.events(200);
    await writers;

    expect(new Set(idsOf(seen)).size).toBe(200);
    const log = await readOn(store(), category, start);
    expect(idsOf(seen)).toEqual(idsOf(log));
    for (const [index, { position }] of seen.entries()) {
      await using resumed = follow(category, position);
      const [next] = index === 199 ? [] : await resumed.events(1);
      expect(next?.id).toBe(log[index + 1]?.id);
    }
  });

  it('reads the log page by page without a gap while writers are running', async () => {
    const category = freshCategory();
    let after = await store().head();
    const running = new Set(Array.from({ length: 10 }, () => freshStream(category)));
    const writers = Promise.all(
      [...running].map(async (stream) => {
        await appendOneByOne(store(), stream, freshEvents(20));
        running.delete(stream);
      }),
    );
    const seen: string[] = [];
    for (let done = false; !done;) {
      const written = running.size === 0;
      const page = await store().readAll(after, { categories: [category] }, 7);
      seen.push(...idsOf(page.events));
      after = page.next;
      done = written && page.end;
      await pause(0);
    }
    await writers;
    expect(seen).toHaveLength(200);
    expect(new Set(seen).size).toBe(200);
  });

  it('says when it has caught up, and goes on live', async () => {
    const category = freshCategory();
    const stream = freshStream(category);
    const start = await store().head();
    const backlog = freshEvents(3);
    await appendOneByOne(store(), stream, backlog);
    await using follower = follow(category, start);
    const signals = await follower.upTo('caught-up');
    expect(signals.flatMap((signal) => (signal.kind === 'event' ? [signal.event.id] : []))).toEqual(idsOf(backlog));

    const live = freshEvent();
    await appendOneByOne(store(), stream, [live], 3n);
    expect(idsOf(await follower.events(1))).toEqual([live.id]);
  });

  it('catches up on an end where nothing matches', async () => {
    await using follower = follow(freshCategory(), await store().head());
    expect((await follower.upTo('caught-up')).some(({ kind }) => kind === 'event')).toBe(false);
  });

  it('moves the checkpoint past events that its filter leaves out', async () => {
    const start = await store().head();
    await using follower = new Follower(store(), start, { types: [`conformance.${freshCategory()}`] });
    await follower.upTo('caught-up');
    // EventStoreDB gives a checkpoint for every 32 events seen, not for the first.
    await appendOneByOne(store(), freshStream(), freshEvents(40));
    const checkpoint = (await follower.upTo('checkpoint')).at(-1);
    const reached = checkpoint?.kind === 'checkpoint' ? checkpoint.position : '';
    const first = (await store().readAll(start, {}, 1)).events[0]?.position ?? '';
    expect(store().compare(reached, first)).toBeGreaterThanOrEqual(0);
  });

  it('lets a slow consumer slow only itself', async () => {
    const category = freshCategory();
    const start = await store().head();
    await using slow = follow(category, start);
    await using fast = follow(category, start);
    const events = freshEvents(700);
    const written = (async () => {
      const stream = freshStream(category);
      for (let first = 0; first < 700; first += 100)
        await store().append(stream, first === 0 ? 'noStream' : BigInt(first - 1), events.slice(first, first + 100));
    })();
    const early = await slow.events(1);
    expect(idsOf(await fast.events(700))).toEqual(idsOf(events));
    await written;
    expect(idsOf([...early, ...(await slow.events(699))])).toEqual(idsOf(events));
  });

  it('ends when it is told to, waiting or in the middle of a page', async () => {
    const category = freshCategory();
    const start = await store().head();
    await appendOneByOne(store(), freshStream(category), freshEvents(3));
    const waiting = follow(category, start);
    await waiting.upTo('caught-up');
    const reading = follow(category, start);
    await reading.events(1);
    expect(await waiting.endsWhenAborted()).toBe(true);
    expect(await reading.endsWhenAborted()).toBe(true);
  });

  it('gives back what abandoned subscriptions held', async () => {
    const category = freshCategory();
    const start = await store().head();
    await appendOneByOne(store(), freshStream(category), freshEvents(2));
    for (let times = 0; times < 150; times++) {
      await using follower = follow(category, start);
      await follower.events(1);
    }
    expect(await readOn(store(), category, start)).toHaveLength(2);
  });
}
