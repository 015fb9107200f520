import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { END, EventStoreDBClient, jsonEvent, NO_STREAM, streamNameFilter } from '@eventstore/db-client';
import type { ServerAddress } from '#platform/config/event-store-server.js';
import { KurrentEventStore } from '#platform/event-store/kurrent/kurrent-event-store.js';
import { usualPace } from '#platform/projections/pace.js';
import { readSideOver } from '#test/projections/read-side.js';
import { Tallies } from '#test/projections/tallies.js';
import { tallyRows } from '#test/projections/tally-rows.js';

const appends = 500;
const betweenMs = 5;

/** Milliseconds from the call of an append to its receipt by a subscription, and to the row that a projection made of it. */
export async function timesToRow(
  address: ServerAddress,
): Promise<{ readonly subscription: readonly number[]; readonly row: readonly number[] }> {
  return { subscription: await timesToReceipt(address), row: await timesOfProjection(address) };
}

async function timesToReceipt({ nodes }: ServerAddress): Promise<readonly number[]> {
  const [endpoint] = nodes;
  if (endpoint === undefined) throw new Error('A server has a node.');
  const client = new EventStoreDBClient({ endpoint }, { insecure: true });
  const received = new Map<string, () => void>();
  const subscription = client.subscribeToAll({ fromPosition: END, filter: streamNameFilter({ prefixes: ['bench-'] }) });
  subscription.on('data', ({ event }) => received.get(event?.id ?? '')?.());
  await pause(500);
  const times: number[] = [];
  for (let number = 0; number < appends; number++) {
    const id = randomUUID();
    const receipt = new Promise<void>((resolve) => received.set(id, resolve));
    const begun = performance.now();
    await client.appendToStream(`bench-${randomUUID()}`, jsonEvent({ id, type: 'bench.happened', data: { number } }), {
      expectedRevision: NO_STREAM,
    });
    await receipt;
    times.push(performance.now() - begun);
    await pause(betweenMs);
  }
  await subscription.unsubscribe();
  await client.dispose();
  return times;
}

async function timesOfProjection(address: ServerAddress): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'poststelle-bench-'));
  const store = await KurrentEventStore.open(address);
  const side = readSideOver(store, folder, { pace: usualPace });
  const model = side.runner.register(tallyRows());
  await side.runner.begin();
  const tallies = new Tallies(store, randomUUID());
  // The first waits until the projection has caught up with what lies in the log.
  await model.reached(await tallies.open(randomUUID()), 120_000);
  const times: number[] = [];
  for (let number = 0; number < appends; number++) {
    const begun = performance.now();
    await model.reached(await tallies.open(randomUUID()));
    times.push(performance.now() - begun);
    await pause(betweenMs);
  }
  await side.stop();
  await store.close();
  rmSync(folder, { recursive: true });
  return times;
}
