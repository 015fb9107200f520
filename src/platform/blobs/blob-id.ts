import { v7 } from 'uuid';
import { streamName } from '../event-store/stream-name.js';
import type { BlobOwner } from './blobs.port.js';

/** What a blob's id tells: `<day>/<company>~<category>~<stream>~<attempt>~<key id>`. Nothing personal, and nothing that leaves its folder. */
export interface BlobName {
  readonly owner: BlobOwner;
  readonly keyId: string;
  readonly committedAt: Date;
}

const id =
  /^\d{4}-\d\d-\d\d\/(?<companyId>[0-9a-f-]{36})~(?<category>[a-z-]+)~(?<streamId>[A-Za-z0-9_.-]+)~(?<attempt>[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21})~(?<key>[\w.%-]+)$/;

/** A fresh id for every attempt; it says when, so that the sweep asks no file system. */
export function newBlobId({ companyId, category, streamId }: BlobOwner, keyId: string, now: Date): string {
  if (streamName({ category, companyId, id: streamId }) === undefined)
    throw new RangeError('A blob must belong to a stream that can exist.');
  const name = [companyId, category, streamId, v7({ msecs: now.getTime() }), fileNameOf(keyId)].join('~');
  // The longest name that common file systems take.
  if (name.length > 255) throw new RangeError('The ids of this blob are too long for a file name.');
  return `${dayOf(now)}/${name}`;
}

/** `undefined` for what is no blob id. */
export function blobNameOf(blobId: string): BlobName | undefined {
  const found = id.exec(blobId)?.groups;
  if (found === undefined) return undefined;
  const { companyId = '', category = '', streamId = '', attempt = '', key = '' } = found;
  const keyId = keyIdOf(key);
  if (keyId === undefined) return undefined;
  // RFC 9562: the first 48 bits of a UUIDv7 are milliseconds since 1970.
  const committedAt = new Date(Number.parseInt(attempt.replace('-', '').slice(0, 12), 16));
  return { owner: { companyId, category, streamId }, keyId, committedAt };
}

/** UTC. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function fileNameOf(keyId: string): string {
  return encodeURIComponent(keyId).replace(/[!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function keyIdOf(key: string): string | undefined {
  try {
    return decodeURIComponent(key);
  } catch {
    // A broken percent escape: made by nobody here.
    return undefined;
  }
}
