import type { EventStore } from '../../event-store/event-store.port.js';
import type { Blobs, CommittedWithin } from '../blobs.port.js';
import { isNamed } from './is-named.js';

/** What a sweep has done, as counts. */
export interface Swept {
  readonly looked: number;
  readonly removed: number;
  /** Begun and never committed. */
  readonly abandoned: number;
  /** Kept because nobody could be asked; looked at again next time. */
  readonly unasked: number;
  /** Whether it looked at everything in its span. */
  readonly complete: boolean;
}

export interface SweepNeeds {
  readonly blobs: Blobs;
  readonly events: Pick<EventStore, 'readStream'>;
  /** Told of every blob that is kept because of a failure. */
  readonly reportFailure: (blobId: string, error: unknown) => void;
}

/** Removes the blobs of a span of time that no event of their owner's stream names. Whatever fails keeps the blob. */
export async function sweepBlobs({ blobs, events, reportFailure }: SweepNeeds, span: CommittedWithin, signal: AbortSignal): Promise<Swept> {
  let [looked, removed, unasked] = [0, 0, 0];
  const abandoned = await blobs.discardAbandoned(span.before);
  for await (const { blobId, owner } of blobs.committed(span)) {
    if (signal.aborted) return { looked, removed, abandoned, unasked, complete: false };
    looked += 1;
    try {
      if (await isNamed(events, owner, blobId)) continue;
      await blobs.remove(blobId);
      removed += 1;
    } catch (error) {
      unasked += 1;
      reportFailure(blobId, error);
    }
  }
  return { looked, removed, abandoned, unasked, complete: unasked === 0 };
}
