import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';

/** As another program would: octets that are no JSON, without metadata, in a stream whose name is one of ours. */
export async function appendForeign(port: number, stream: string): Promise<void> {
  const client = new EventStoreDBClient({ endpoint: { address: '127.0.0.1', port } }, { insecure: true });
  const event = binaryEvent({ id: randomUUID(), type: 'conformance.happened', data: Buffer.from('neither JSON nor ours') });
  await client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
  await client.dispose();
}
