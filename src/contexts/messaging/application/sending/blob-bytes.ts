import type { BlobOwner, Blobs } from '#platform/blobs/blobs.port.js';
import type { DataKey } from '#platform/event-store/data-keys.port.js';

/** Writes the bytes as one blob; durable when it answers with the id. */
export async function keepBlob(blobs: Blobs, key: DataKey, owner: BlobOwner, bytes: Uint8Array): Promise<string> {
  const writer = await blobs.begin(key);
  try {
    await writer.write(bytes);
    return await writer.commit(owner);
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** The whole blob in memory: sent mail is bounded by `maxOutboundBytes`. */
export async function bytesOf(blobs: Blobs, blobId: string): Promise<Buffer | 'erased'> {
  const stream = await blobs.read(blobId);
  if (stream === 'erased') return 'erased';
  const chunks: unknown[] = await stream.toArray();
  return Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array));
}
