import { expect, it } from '@jest/globals';
import { type EventStore, ForeignPosition } from '#platform/event-store/event-store.port.js';
import { appendOneByOne, freshCategory, freshEvent, freshEvents, freshStream, idsOf, readOn, successful } from './fresh.js';

export function reading(store: () => EventStore): void {
  it('reads a stream that does not exist as empty', async () => {
    expect(await store().readStream(freshStream())).toEqual([]);
    expect(await store().readStream(freshStream(), { direction: 'backwards' })).toEqual([]);
    expect(await store().readStream('no stream at all')).toEqual([]);
  });

  it('pages through a stream forwards and backwards', async () => {
    const stream = freshStream();
    const events = freshEvents(10);
    await store().append(stream, 'noStream', events);
    const read = async (...options: Parameters<EventStore['readStream']>[1][]) =>
      (await Promise.all(options.map((option) => store().readStream(stream, option)))).flatMap(idsOf);

    expect(await read({ limit: 4 }, { from: 4n, limit: 4 }, { from: 8n, limit: 4 })).toEqual(idsOf(events));
    const backwards = { direction: 'backwards' } as const;
    expect(await read({ ...backwards, limit: 4 }, { ...backwards, from: 5n, limit: 4 }, { ...backwards, from: 1n, limit: 4 })).toEqual(
      idsOf(events).toReversed(),
    );
    expect(await read({ from: 10n })).toEqual([]);
    expect(await read({ ...backwards, from: 99n })).toEqual(idsOf(events).toReversed());
  });

  it('gives at most 500 events at once', async () => {
    const stream = freshStream();
    for (let batch = 0; batch < 6; batch++)
      await store().append(stream, batch === 0 ? 'noStream' : BigInt(batch * 100 - 1), freshEvents(100));
    expect(await store().readStream(stream)).toHaveLength(500);
    expect(await store().readStream(stream, { limit: 10_000 })).toHaveLength(500);
    expect(await store().readStream(stream, { from: 500n })).toHaveLength(100);
    expect((await store().readAll(undefined, {}, 10_000)).events.length).toBeLessThanOrEqual(500);
  });

  it('reads the log strictly after a position, in pages that end', async () => {
    const category = freshCategory();
    const streams = [freshStream(category), freshStream(category)];
    const start = await store().head();
    const events = freshEvents(12);
    for (const [index, event] of events.entries())
      await store().append(streams[index % 2] ?? '', index < 2 ? 'noStream' : BigInt(Math.floor(index / 2) - 1), [event]);
    const log = await readOn(store(), category, start, 5);
    expect(idsOf(log)).toEqual(idsOf(events));
    for (const [index, { position }] of log.entries())
      expect(idsOf(await readOn(store(), category, position, 3))).toEqual(idsOf(events).slice(index + 1));
  });

  it('filters by type or by category, and moves past what is left out', async () => {
    const [category, other] = [freshCategory(), freshCategory()];
    const start = await store().head();
    const [wanted, alsoWanted] = [freshEvent(`conformance.${category}`), freshEvent()];
    await appendOneByOne(store(), freshStream(other), [wanted, ...freshEvents(40)]);
    await appendOneByOne(store(), freshStream(category), [alsoWanted]);
    await appendOneByOne(store(), freshStream(other), freshEvents(40));
    const end = await store().head();

    const either = await readToEnd(store(), start, { types: [wanted.type], categories: [category] });
    expect(either.ids).toEqual([wanted.id, alsoWanted.id]);
    expect(store().compare(either.next ?? '', end ?? '')).toBeGreaterThanOrEqual(0);
    expect((await readToEnd(store(), start, { types: [wanted.type] })).ids).toEqual([wanted.id]);
    expect((await readToEnd(store(), start, { categories: [category] })).ids).toEqual([alsoWanted.id]);

    const nothing = await readToEnd(store(), start, { types: [] });
    expect(nothing.ids).toEqual([]);
    expect(store().compare(nothing.next ?? '', end ?? '')).toBeGreaterThanOrEqual(0);
  });

  it('knows its head, its last event, what stands at a position and which of two positions is first', async () => {
    const stream = freshStream();
    const [first, second] = freshEvents(2);
    if (first === undefined || second === undefined) throw new Error('two events');
    const one = successful(await store().append(stream, 'noStream', [first]));
    const two = successful(await store().append(stream, 0n, [second]));
    expect(one.position.startsWith(`${store().id}:`)).toBe(true);
    expect(store().compare(one.position, two.position)).toBeLessThan(0);
    expect(store().compare(two.position, one.position)).toBeGreaterThan(0);
    expect(store().compare(one.position, one.position)).toBe(0);
    expect((await store().at(one.position))?.id).toBe(first.id);
    const head = await store().head();
    expect(store().compare(head ?? '', two.position)).toBeGreaterThanOrEqual(0);
    expect(await store().last()).toEqual(await store().at(two.position));
  });

  it.each(['another-store:1', '', '1', 'another-store', `another-store:${'9'.repeat(40)}`])(
    'refuses the foreign position %p',
    async (foreign) => {
      const { position } = successful(await store().append(freshStream(), 'noStream', [freshEvent()]));
      await expect(store().readAll(foreign)).rejects.toThrow(ForeignPosition);
      await expect(store().at(foreign)).rejects.toThrow(ForeignPosition);
      expect(() => store().compare(position, foreign)).toThrow(ForeignPosition);
      expect(() => store().compare(foreign, position)).toThrow(ForeignPosition);
      const subscription = store().subscribe(foreign, {}, new AbortController().signal)[Symbol.asyncIterator]();
      await expect(subscription.next()).rejects.toThrow(ForeignPosition);
    },
  );

  it('refuses what only looks like a position of its own', async () => {
    for (const tail of ['', 'x', '-1', '1 ', '0x1'])
      await expect(store().readAll(`${store().id}:${tail}`)).rejects.toThrow(ForeignPosition);
  });
}

async function readToEnd(store: EventStore, start: string | undefined, filter: Parameters<EventStore['readAll']>[1]) {
  const ids: string[] = [];
  let page = await store.readAll(start, filter, 10);
  ids.push(...idsOf(page.events));
  while (!page.end) {
    page = await store.readAll(page.next, filter, 10);
    ids.push(...idsOf(page.events));
  }
  return { ids, next: page.next };
}
