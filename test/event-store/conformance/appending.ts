import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { EventRefused, type EventStore } from '#platform/event-store/event-store.port.js';
import { largestAppend, mostEventsAtOnce } from '#platform/event-store/validate-append.js';
import { freshEvent, freshEvents, freshStream, idsOf, successful } from './fresh.js';

export function appending(store: () => EventStore): void {
  it('begins a stream that does not exist, once', async () => {
    const stream = freshStream();
    expect(await store().append(stream, 'noStream', [freshEvent()])).toMatchObject({ ok: true, revision: 0n });
    expect(await store().append(stream, 'noStream', [freshEvent()])).toEqual({ ok: false, actual: 0n });
  });

  it('appends at the last revision only, and says what it met instead', async () => {
    const stream = freshStream();
    expect(await store().append(stream, 0n, [freshEvent()])).toEqual({ ok: false, actual: 'noStream' });
    await store().append(stream, 'noStream', freshEvents(3));
    expect(await store().append(stream, 1n, [freshEvent()])).toEqual({ ok: false, actual: 2n });
    expect(await store().append(stream, 7n, [freshEvent()])).toEqual({ ok: false, actual: 2n });
    expect(await store().append(stream, 2n, [freshEvent()])).toMatchObject({ ok: true, revision: 3n });
    expect(await store().readStream(stream)).toHaveLength(4);
  });

  it('appends a batch whole or not at all', async () => {
    const stream = freshStream();
    const first = freshEvents(3);
    expect(await store().append(stream, 'noStream', first)).toMatchObject({ ok: true, revision: 2n });
    await store().append(stream, 'noStream', freshEvents(2));
    await store().append(stream, 0n, freshEvents(2));
    expect(idsOf(await store().readStream(stream))).toEqual(idsOf(first));
  });

  it('answers with the position of the last event, which is read back as it was appended', async () => {
    const stream = freshStream();
    const [one, two] = [freshEvent('conformance.opened', { naïve: '✉ é' }), freshEvent('conformance.closed', { deep: [{ null: null }] })];
    const { position } = successful(await store().append(stream, 'noStream', [one, two]));
    const read = await store().readStream(stream);
    expect(read.map(({ stream, revision, id, type }) => ({ stream, revision, id, type }))).toEqual([
      { stream, revision: 0n, id: one.id, type: 'conformance.opened' },
      { stream, revision: 1n, id: two.id, type: 'conformance.closed' },
    ]);
    expect(read.map(({ data, metadata }): unknown => [JSON.parse(data), JSON.parse(metadata)])).toEqual(
      [one, two].map(({ data, metadata }): unknown => [JSON.parse(data), JSON.parse(metadata)]),
    );
    expect(read[1]?.position).toBe(position);
    expect(await store().at(position)).toEqual(read[1]);
  });

  it('takes a repeat of the same events at the same expectation as done, with the first position, also after later events', async () => {
    const stream = freshStream();
    const begun = freshEvents(2);
    const first = await store().append(stream, 'noStream', begun);
    expect(await store().append(stream, 'noStream', begun)).toEqual(first);
    const next = freshEvents(2);
    const second = await store().append(stream, 1n, next);
    await store().append(stream, 3n, freshEvents(1));
    expect(await store().append(stream, 'noStream', begun)).toEqual(first);
    expect(await store().append(stream, 1n, next)).toEqual(second);
    expect(await store().readStream(stream)).toHaveLength(5);
  });

  it('refuses a batch of which only a part is there', async () => {
    const stream = freshStream();
    const [known, another] = [freshEvent(), freshEvent()];
    await store().append(stream, 'noStream', [known]);
    expect(await store().append(stream, 'noStream', [known, another])).toEqual({ ok: false, actual: 0n });
    await store().append(stream, 0n, freshEvents(1));
    expect(await store().append(stream, 'noStream', [known, another])).toEqual({ ok: false, actual: 1n });
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('takes events up to the limit of size and number', async () => {
    const stream = freshStream();
    const small = freshEvent();
    const spare = largestAppend - small.type.length - small.metadata.length - '{"text":""}'.length;
    await store().append(stream, 'noStream', [{ ...small, data: JSON.stringify({ text: 'x'.repeat(spare) }) }]);
    await expect(store().append(stream, 0n, [freshEvent('conformance.happened', { text: 'x'.repeat(spare + 1) })])).rejects.toThrow(
      EventRefused,
    );
    await expect(store().append(stream, 0n, [freshEvent('conformance.happened', { text: 'é'.repeat(spare / 2 + 1) })])).rejects.toThrow(
      EventRefused,
    );
    expect(await store().append(stream, 0n, freshEvents(mostEventsAtOnce))).toMatchObject({ ok: true });
    await expect(store().append(stream, BigInt(mostEventsAtOnce), freshEvents(mostEventsAtOnce + 1))).rejects.toThrow(EventRefused);
    expect((await store().readStream(stream)).length).toBe(mostEventsAtOnce + 1);
  });

  it.each([
    ['no events', () => []],
    ['an id that is no UUID', () => [{ ...freshEvent(), id: 'one' }]],
    ['one id twice', () => [freshEvent(), freshEvent()].map((event) => ({ ...event, id: '0b8e6c2e-7d3a-4d2b-9a53-6a1f5f2f7f10' }))],
    ['data that are no JSON object', () => [{ ...freshEvent(), data: '[]' }]],
    ['data that are no JSON', () => [{ ...freshEvent(), data: '{' }]],
    ['metadata that are not flat', () => [{ ...freshEvent(), metadata: '{"deep":{}}' }]],
    ['a type of another form', () => [{ ...freshEvent(), type: '$system' }]],
  ])('refuses %s before anything is written', async (_, events) => {
    const stream = freshStream();
    await expect(store().append(stream, 'noStream', events())).rejects.toThrow(EventRefused);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it.each([-1n, 2n ** 64n])('refuses the expected revision %s', async (expected) => {
    await expect(store().append(freshStream(), expected, [freshEvent()])).rejects.toThrow(EventRefused);
  });

  it.each([
    '',
    'mailbox',
    `$all-${randomUUID()}.x`,
    `mailbox-${randomUUID()}`,
    `mailbox-${randomUUID()}.a/b`,
    `mailbox-acme.${randomUUID()}`,
  ])('refuses the stream name %p', async (stream) => {
    await expect(store().append(stream, 'noStream', [freshEvent()])).rejects.toThrow(EventRefused);
  });
}
