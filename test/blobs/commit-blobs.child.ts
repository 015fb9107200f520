import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { FileBlobs } from '#platform/blobs/files/file-blobs.js';

// Commits blobs without end, four at a time, and says the id of each once it is durable.
const [root = '', key = ''] = process.argv.slice(2);
const dataKey = { id: 'key-1', bytes: new Uint8Array(Buffer.from(key, 'base64')) };
const blobs = await FileBlobs.open(root, { find: async () => dataKey }, { now: () => new Date() });

async function commitForEver(): Promise<never> {
  for (;;) {
    const writer = await blobs.begin(dataKey);
    await writer.write(randomBytes(Math.floor(Math.random() * 200_000)));
    writeSync(
      1,
      `${await writer.commit({ companyId: '00000000-0000-4000-8000-000000000001', category: 'inbound-message', streamId: 'message-1' })}\n`,
    );
  }
}

await Promise.all(Array.from({ length: 4 }, commitForEver));
