import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { StoredEvent } from './event-store.port.js';

/** What of an event its hash covers: everything that the writer decided, as stored. */
export type Hashed = Pick<StoredEvent, 'stream' | 'revision' | 'id' | 'type' | 'metadata' | 'data'>;

/**
 * SHA-256, in hex, of the RFC 8785 canonical JSON of the event: stores may write the same JSON differently. The metadata hold the hash of
 * the event before it, so that each hash stands for the whole stream up to there.
 */
export function hashOf({ stream, revision, id, type, metadata, data }: Hashed): string {
  const covered = { stream, revision: revision.toString(), id, type, metadata: json(metadata), data: json(data) };
  return createHash('sha256')
    .update(canonicalize(covered) ?? '')
    .digest('hex');
}

function json(text: string): unknown {
  return JSON.parse(text);
}
