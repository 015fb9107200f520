import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { EventStoreDouble } from '#test/event-store/double/event-store-double.js';
import { announceEventStore } from '../announce-event-store.js';
import { whenTheServerIsThere } from './when-the-server-is-there.js';

describe('The start of a service whose server is not there yet', () => {
  it('waits, says why once for each reason, and goes on when the server is ready', async () => {
    await using double = await EventStoreDouble.start({ readyAfterMs: 700 });
    await double.crash();
    const told: string[] = [];
    const opening = whenTheServerIsThere(double.address, (sentence) => told.push(sentence));
    await pause(1_000);
    await double.comeBack();
    const store = await opening;
    await store.close();
    expect(told[0]).toBe('Nothing listens at the address of the event store. The start waits for it.');
    expect(new Set(told).size).toBe(told.length);
  });

  it('is not helped by waiting where the configuration is wrong', async () => {
    const server = { nodes: [{ address: '127.0.0.1', port: 1 }], discover: false, tls: true, caFile: '/no/such/file' };
    await expect(whenTheServerIsThere(server, () => undefined)).rejects.toThrow('POSTSTELLE_EVENT_STORE_CA_FILE');
  });
});

describe('Readiness', () => {
  it('says in a sentence what is wrong with the event store, and nothing once it is back', async () => {
    await using double = await EventStoreDouble.start();
    const store = await whenTheServerIsThere(double.address, () => undefined);
    const checks: (() => Promise<string | undefined>)[] = [];
    announceEventStore(store, { register: (check) => checks.push(() => check.check()) });
    const wrong = async () => Promise.all(checks.map((check) => check()));
    expect(await wrong()).toEqual([undefined]);
    await double.crash();
    expect(await wrong()).toEqual(['Nothing listens at the address of the event store.']);
    await double.comeBack();
    expect(await wrong()).toEqual([undefined]);
    await store.close();
  });
});
