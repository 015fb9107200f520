import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startChild } from '#test/child/child.js';
import { EventStoreDouble } from '#test/event-store/double/event-store-double.js';
import { freshEvent, freshStream } from '#test/event-store/conformance/fresh.js';
import { serverAddress } from '#platform/config/event-store-server.js';
import { OutcomeUnknown, StoreUnreachable } from '../event-store.port.js';
import { KurrentEventStore } from './kurrent-event-store.js';

const secret = 'p:a@s/s';

describe('What the event store on a server says', () => {
  let double: EventStoreDouble;
  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });
  afterAll(async () => {
    await double[Symbol.asyncDispose]();
  });

  it('holds no password in its errors, whatever the server is', async () => {
    const server = { ...double.address, tls: true, credentials: { username: 'poststelle', password: secret } };
    const failed = KurrentEventStore.open(server, { callMs: 1_500, subscriptionStartMs: 1_500 });
    await expect(failed).rejects.toThrow(StoreUnreachable);
    const error: unknown = await failed.catch((each: unknown) => each);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/p:a@s|p%3Aa|cDphQHMvcw/);
  });

  it('holds no password in the debug log of the client', async () => {
    const child = startChild('event-store/open-with-password.child.ts', String(double.port), secret);
    await child.ended();
    const said = child.lines.join('\n');
    expect(said).toContain('esdb:');
    expect(said).not.toMatch(/p:a@s|p%3Aa|cDphQHMvcw/);
  });

  it('waits at its end for what is under way, and takes nothing more', async () => {
    const store = await KurrentEventStore.open(double.address);
    const streams = Array.from({ length: 50 }, () => freshStream());
    const appends = Promise.allSettled(streams.map((stream) => store.append(stream, 'noStream', [freshEvent()])));
    await store.close();
    expect((await appends).map(({ status }) => status)).toEqual(streams.map(() => 'fulfilled'));
    await expect(store.append(freshStream(), 'noStream', [freshEvent()])).rejects.toThrow(StoreUnreachable);
    await expect(store.head()).rejects.not.toThrow(OutcomeUnknown);
  });

  it('is one store for all who come first at once', async () => {
    const fresh = await EventStoreDouble.start();
    const stores = await Promise.all(Array.from({ length: 5 }, () => KurrentEventStore.open(fresh.address)));
    expect(new Set(stores.map(({ id }) => id)).size).toBe(1);
    expect(await stores[0]?.head()).toBeUndefined();
    for (const store of stores) await store.close();
    expect(serverAddress(`esdb://127.0.0.1:${fresh.port}?tls=false`)).toEqual({ value: fresh.address });
    await fresh[Symbol.asyncDispose]();
  });
});
