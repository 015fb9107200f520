// As another program would: octets that are no JSON, without metadata, in a stream whose name is one of ours.
import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';

const [port, stream = ''] = process.argv.slice(2);
const client = new EventStoreDBClient({ endpoint: { address: '127.0.0.1', port: Number(port) } }, { insecure: true });
const event = binaryEvent({ id: randomUUID(), type: 'conformance.happened', data: Buffer.from('neither JSON nor ours') });
await client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
await client.dispose();
