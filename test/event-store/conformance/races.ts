import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AppendOutcome, EventStore } from '#platform/event-store/event-store.port.js';
import { appendPatiently } from '#platform/event-store/patient-append.js';
import { freshCategory, freshEvent, freshEvents, freshStream, idsOf, readOn, successful } from './fresh.js';

export function races(store: () => EventStore): void {
  it('lets one of 50 writers begin a stream, and the others see that it did', async () => {
    const stream = freshStream();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const outcome = await store().append(stream, 'noStream', [freshEvent()]);
        // Neither success nor conflict is answered before what it rests on can be read.
        expect(await store().readStream(stream)).toHaveLength(1);
        return outcome;
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.actual === 0n)).toHaveLength(49);
  });

  it('lets 50 writers on one stream all through, one revision after the other', async () => {
    const stream = freshStream();
    const events = freshEvents(50);
    await store().append(stream, 'noStream', [freshEvent()]);
    await Promise.all(events.map((event) => appendUntilThere(store(), stream, event)));
    const read = await store().readStream(stream);
    expect(read.map(({ revision }) => revision)).toEqual(Array.from({ length: 51 }, (_, revision) => BigInt(revision)));
    expect(idsOf(read).slice(1).toSorted()).toEqual(idsOf(events).toSorted());
  });

  it('gives 50 writers on 50 streams each its own outcome', async () => {
    const category = freshCategory();
    const streams = Array.from({ length: 50 }, () => freshStream(category));
    const start = await store().head();
    const outcomes = await Promise.all(
      streams.flatMap((stream) => [store().append(stream, 'noStream', freshEvents(2)), store().append(stream, 5n, freshEvents(1))]),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50);
    expect(await readOn(store(), category, start)).toHaveLength(100);
  });

  it('takes the same append sent 20 times at once as one', async () => {
    const stream = freshStream();
    const events = freshEvents(3);
    // EventStoreDB may answer one of them that it did not know the outcome in time; it knows the repeat.
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => appendPatiently(store(), stream, 'noStream', events)));
    expect(new Set(outcomes.map((outcome) => successful(outcome).position)).size).toBe(1);
    expect(await store().readStream(stream)).toHaveLength(3);
  });

  it('keeps revisions contiguous and one total order, whatever the interleaving', async () => {
    const step = fc.record({
      stream: fc.nat(3),
      expected: fc.integer({ min: -1, max: 6 }),
      count: fc.integer({ min: 1, max: 3 }),
      wait: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const category = freshCategory();
        const streams = Array.from({ length: 4 }, () => freshStream(category));
        const start = await store().head();
        const outcomes: Promise<AppendOutcome>[] = [];
        for (const { stream, expected, count, wait } of steps) {
          const outcome = store().append(streams[stream] ?? '', expected < 0 ? 'noStream' : BigInt(expected), freshEvents(count));
          outcomes.push(outcome);
          if (wait) await outcome;
        }
        const succeeded = (await Promise.all(outcomes)).map(({ ok }, index) => (ok ? (steps[index]?.count ?? 0) : 0));
        await expectOneOrder(
          store(),
          category,
          start,
          streams,
          succeeded.reduce((sum, count) => sum + count, 0),
        );
      }),
      { numRuns: 30 },
    );
  });
}

async function appendUntilThere(store: EventStore, stream: string, event: ReturnType<typeof freshEvent>): Promise<void> {
  for (;;) {
    const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    const outcome = await store.append(stream, last?.revision ?? 'noStream', [event]);
    if (outcome.ok) return;
  }
}

async function expectOneOrder(store: EventStore, category: string, start: string | undefined, streams: readonly string[], count: number) {
  const log = await readOn(store, category, start);
  expect(log).toHaveLength(count);
  log.forEach(({ position }, index) => {
    const before = log[index - 1];
    if (before !== undefined) expect(store.compare(before.position, position)).toBeLessThan(0);
  });
  for (const stream of streams) {
    const ofStream = log.filter((event) => event.stream === stream);
    expect(ofStream.map(({ revision }) => revision)).toEqual(ofStream.map((_, index) => BigInt(index)));
    expect(await store.readStream(stream)).toEqual(ofStream);
  }
}
