import type { EventStore } from '../../event-store/event-store.port.js';
import { streamName } from '../../event-store/stream-name.js';
import type { BlobOwner } from '../blobs.port.js';

/**
 * Whether an event of the owner's stream names the blob. The text of the event is asked, not a field of it: an id found anywhere, in whatever
 * version of whatever event, keeps the blob.
 */
export async function isNamed(events: Pick<EventStore, 'readStream'>, owner: BlobOwner, blobId: string): Promise<boolean> {
  const stream = streamName({ category: owner.category, companyId: owner.companyId, id: owner.streamId });
  if (stream === undefined) throw new Error('The owner of this blob is no stream that could be asked.');
  for (let from = 0n; ;) {
    const page = await events.readStream(stream, { from });
    if (page.some((event) => event.data.includes(blobId))) return true;
    const last = page.at(-1);
    if (last === undefined) return false;
    from = last.revision + 1n;
  }
}
