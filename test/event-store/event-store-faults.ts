import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { KurrentEventStore } from '#platform/event-store/kurrent/kurrent-event-store.js';
import { whenTheServerIsThere } from '#platform/event-store/kurrent/when-the-server-is-there.js';
import { type EventStore, OutcomeUnknown, StoreUnreachable } from '#platform/event-store/event-store.port.js';
import { startChild } from '#test/child/child.js';
import { TcpProxy } from '#test/peers/tcp-proxy.js';
import { appendOneByOne, freshCategory, freshEvent, freshEvents, freshStream, readOn } from './conformance/fresh.js';
import { Follower } from './conformance/follower.js';
import type { FaultyServer } from './faulty-server.js';
import { Ledger } from './ledger.js';

/** Shorter than in the service, so that a test sees the end of it. */
const patience = { callMs: 1_500, subscriptionStartMs: 2_000 };

/** Longest that any call may take: its own timer, the repeats of {@link appendPatiently} and their pauses, and a slow machine. */
const boundMs = 5 * patience.callMs + 3_050 + 5_000;

/**
 * What a line and a server can do to the adapter. A rejection that nobody owns, which would end the service, fails the test. `port` is
 * known when the tests run; without `server` nobody may be killed.
 */
export function eventStoreFaults(name: string, port: () => number, server?: () => FaultyServer): void {
  describe(`${name}, on a bad line,`, () => {
    let proxy: TcpProxy;
    let store: EventStore;
    beforeAll(async () => {
      Logger.overrideLogger(false);
      proxy = await TcpProxy.before(port());
      store = await whenTheServerIsThere(on(proxy), () => undefined, patience);
    });
    afterAll(async () => {
      await store.close();
      await proxy[Symbol.asyncDispose]();
    });

    async function survives(fault: (ledger: Ledger) => Promise<void>, options = {}): Promise<void> {
      const ledger = await Ledger.keep(store, options);
      await ledger.goesOn();
      await fault(ledger);
      await ledger.goesOn();
      const { longestMs } = await ledger.settle();
      expect(longestMs).toBeLessThan(boundMs);
    }

    it('loses and doubles nothing when every connection is cut, again and again', async () => {
      await survives(async (ledger) => {
        for (let times = 0; times < 5; times++) {
          proxy.cut();
          await ledger.goesOn(20);
        }
      });
    }, 90_000);

    it('goes on when large appends wait for the socket while it is cut', async () => {
      await survives(
        async (ledger) => {
          for (let times = 0; times < 3; times++) {
            proxy.freeze();
            await pause(300);
            proxy.cut();
            await ledger.goesOn(20);
          }
        },
        { callers: 100, payload: { text: 'x'.repeat(20_000) } },
      );
    }, 90_000);

    it.each([
      ['an append', 'to-server', 2_000],
      ['a read', 'to-client', 3_000],
    ] as const)(
      'survives a reset in the middle of %s',
      async (_, way, octets) => {
        await survives(async (ledger) => {
          for (let times = 0; times < 5; times++) {
            proxy.cutAfter(octets + times * 111, way);
            await ledger.goesOn(20);
          }
        });
      },
      90_000,
    );

    it('gives a frozen connection up for a new one', async () => {
      await survives(async () => {
        proxy.freeze();
        await pause(patience.callMs);
      });
    }, 90_000);

    it.each(['to-server', 'to-client'] as const)(
      'gives a half-open connection up, where what goes %s is lost',
      async (way) => {
        await survives(async () => {
          proxy.swallow(way);
          await pause(2 * patience.callMs);
          proxy.swallow(undefined);
        });
      },
      90_000,
    );

    it('works on a slow line', async () => {
      await survives(async (ledger) => {
        proxy.delay(40);
        await ledger.goesOn();
        proxy.delay(0);
      });
    }, 90_000);

    it('waits for nobody who accepts a connection and never answers', async () => {
      proxy.leadNowhere(true);
      proxy.cut();
      const begun = performance.now();
      await expect(store.append(freshStream(), 'noStream', [freshEvent()])).rejects.toThrow(OutcomeUnknown);
      await expect(store.readStream(freshStream())).rejects.toThrow(StoreUnreachable);
      await expect(store.readAll(undefined)).rejects.toThrow(StoreUnreachable);
      await expect(store.head()).rejects.toThrow('The event store does not answer.');
      expect(performance.now() - begun).toBeLessThan(4 * patience.callMs + 5_000);
      proxy.leadNowhere(false);
      await survives(async () => undefined);
    }, 90_000);

    it('is told within bounds where nobody answers at the start', async () => {
      await using nowhere = await TcpProxy.before(port());
      nowhere.leadNowhere(true);
      await expect(KurrentEventStore.open(on(nowhere), patience)).rejects.toThrow('The event store does not answer.');
    }, 30_000);

    it('holds nothing after 150 reads and 150 subscriptions that were left early', async () => {
      const start = await store.head();
      await appendOneByOne(store, freshStream(), freshEvents(3));
      for (let times = 0; times < 150; times++) {
        await using follower = new Follower(store, start, {});
        await follower.next();
      }
      proxy.freeze();
      await Promise.allSettled(Array.from({ length: 150 }, () => store.readAll(start)));
      await survives(async () => undefined);
    }, 90_000);

    it('tells a checkpoint of the future by what stands there, and neither fails nor invents events', async () => {
      const { position } = await appendedOne(store);
      const [id, place = ''] = position.split(':');
      const future = `${id}:${place
        .split('/')
        .map((number) => String(BigInt(number) + 10_000_000n))
        .join('/')}`;
      expect(await store.at(future)).toBeUndefined();
      expect(await store.readAll(future)).toEqual({ events: [], next: future, end: true });
      await using follower = new Follower(store, future, {});
      expect((await follower.upTo('caught-up')).filter(({ kind }) => kind === 'event')).toEqual([]);
    });

    it('takes a position between two records for one of another history', async () => {
      const { position } = await appendedOne(store);
      const [id, place = ''] = position.split(':');
      const between = `${id}:${place
        .split('/')
        .map((number) => String(BigInt(number) - 1n))
        .join('/')}`;
      expect(await store.at(between)).toBeUndefined();
      await expect(store.readAll(between)).rejects.toThrow('was not made by');
      const subscription = store.subscribe(between, {}, new AbortController().signal)[Symbol.asyncIterator]();
      await expect(subscription.next()).rejects.toThrow('was not made by');
    });

    it('knows its last event where another program wrote after it', async () => {
      const event = freshEvent();
      await store.append(freshStream(), 'noStream', [event]);
      for (let times = 0; times < 2; times++)
        expect(await startChild('event-store/append-foreign.child.ts', String(port()), `other-${randomUUID()}`).ended()).toBe(0);
      expect(await store.at((await store.head()) ?? '')).toBeUndefined();
      expect(await store.last()).toMatchObject({ id: event.id });
    });

    it('brings what another program wrote into a stream of ours as it is, and goes on behind it', async () => {
      const [category, start] = [freshCategory(), await store.head()];
      const [poisoned, sound] = [freshStream(category), freshStream(category)];
      // Not in this process: all clients of one share a table of pending appends, and closing one rejects those of the other.
      expect(await startChild('event-store/append-foreign.child.ts', String(port()), poisoned).ended()).toBe(0);
      await store.append(sound, 'noStream', [freshEvent()]);
      await using follower = new Follower(store, start, { categories: [category] });
      const seen = await follower.events(2);
      expect(seen.map(({ stream, data, metadata }) => ({ stream, data, metadata }))).toMatchObject([
        { stream: poisoned, data: 'neither JSON nor ours', metadata: '' },
        { stream: sound },
      ]);
      expect(await readOn(store, category, start)).toEqual(seen);
      const [first] = await store.readStream(poisoned);
      expect(first).toEqual(seen[0]);
    });

    if (server !== undefined) crashes(server, survives);
  });
}

type Survives = (fault: (ledger: Ledger) => Promise<void>) => Promise<void>;

function crashes(server: () => FaultyServer, survives: Survives): void {
  it('loses and doubles nothing when the server is killed under load and comes back', async () => {
    await survives(async (ledger) => {
      for (let times = 0; times < 3; times++) {
        await server().crash();
        await pause(200);
        await server().comeBack();
        await ledger.goesOn(100);
      }
    });
  }, 180_000);

  it('loses and doubles nothing when the process of the server is frozen and goes on', async () => {
    await survives(async (ledger) => {
      for (const milliseconds of [500, 2 * patience.callMs, 4 * patience.callMs]) {
        server().freeze?.();
        await pause(milliseconds);
        server().thaw?.();
        await ledger.goesOn(20);
      }
    });
  }, 180_000);
}

async function appendedOne(store: EventStore): Promise<{ readonly position: string }> {
  const outcome = await store.append(freshStream(), 'noStream', [freshEvent()]);
  if (!outcome.ok) throw new Error('A new stream has no conflicts.');
  return outcome;
}

function on({ port }: TcpProxy) {
  return { nodes: [{ address: '127.0.0.1', port }], discover: false, tls: false };
}
