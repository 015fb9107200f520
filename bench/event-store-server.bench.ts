// B8: what the adapter costs beside the bare client, on the server of POSTSTELLE_TEST_EVENT_STORE, or on the double where there is none.
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { KurrentEventStore } from '#platform/event-store/kurrent/kurrent-event-store.js';
import type { ServerAddress } from '#platform/config/event-store-server.js';
import { callersFor } from './callers.js';
import { median, percentile, spread } from './figures.js';
import { serverToMeasure } from './server-to-measure.js';
import { timesToRow } from './times-to-row.js';

const callers = 50;
const rounds = 20;
const roundMs = 1_000;
const company = randomUUID();

await using server = await serverToMeasure();
console.log(`B8 on ${server.name}: ${callers} callers, ${rounds} rounds of ${roundMs / 1000} s each, in turn`);

await bareAppends(server.address, 2_000); // Everything is warm before anybody is measured.
await adapterAppends(server.address, 2_000);
const bare: number[] = [];
const adapter: number[] = [];
for (let round = 0; round < rounds; round++) {
  // Each goes first as often as the other, so that neither always has the server after its pause.
  if (round % 2 === 0) bare.push(await bareAppends(server.address, roundMs));
  adapter.push(await adapterAppends(server.address, roundMs));
  if (round % 2 === 1) bare.push(await bareAppends(server.address, roundMs));
}
const ratio = median(adapter) / median(bare);
console.log(`appends/s   bare client ${spread(bare)}   adapter ${spread(adapter)}   ratio ${ratio.toFixed(2)} (wanted: 0.80 or more)`);

const { subscription, row } = await timesToRow(server.address);
console.log(`append to receipt by the bare subscription   p50 ${percentile(subscription, 50)} ms   p99 ${percentile(subscription, 99)} ms`);
console.log(`append to row of a projection visible        p50 ${percentile(row, 50)} ms   p99 ${percentile(row, 99)} ms`);

async function bareAppends({ nodes }: ServerAddress, milliseconds: number): Promise<number> {
  const [endpoint] = nodes;
  if (endpoint === undefined) throw new Error('A server has a node.');
  const client = new EventStoreDBClient({ endpoint }, { insecure: true });
  const rate = await callersFor(callers, milliseconds, async () => {
    const event = jsonEvent({ id: randomUUID(), type: 'bench.happened', data: { number: 1 }, metadata: { companyId: company } });
    await client.appendToStream(`bench-${company}.${randomUUID()}`, event, { expectedRevision: NO_STREAM });
  });
  await client.dispose();
  return rate;
}

async function adapterAppends(address: ServerAddress, milliseconds: number): Promise<number> {
  const store = await KurrentEventStore.open(address);
  const rate = await callersFor(callers, milliseconds, async () => {
    const event = { id: randomUUID(), type: 'bench.happened', data: '{"number":1}', metadata: `{"companyId":"${company}"}` };
    await store.append(`bench-${company}.${randomUUID()}`, 'noStream', [event]);
  });
  await store.close();
  return rate;
}
