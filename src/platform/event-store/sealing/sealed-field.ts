import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataKey } from '../data-keys.port.js';

/** The stored form of a personal field. Without a text it was written under a key that had been destroyed already. */
export type SealedField =
  { readonly key: string; readonly iv: string; readonly tag: string; readonly text: string } | { readonly key: string };

/** What a sealed field is bound to: moved anywhere else it does not open. */
export interface SealedPlace {
  readonly companyId: string;
  readonly stream: string;
  readonly eventId: string;
  /** The stored type. */
  readonly type: string;
}

const algorithm = 'aes-256-gcm';

export function sealField(key: DataKey, clear: string, place: SealedPlace, path: string): SealedField {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key.bytes, iv).setAAD(boundTo(place, path));
  const text = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
  return { key: key.id, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), text: text.toString('base64') };
}

/** Throws where the bytes are not those that were sealed, or stand in another place. */
export function openField(key: DataKey, sealed: Extract<SealedField, { text: string }>, place: SealedPlace, path: string): string {
  // Without a fixed length GCM would accept a tag cut down to four bytes.
  const decipher = createDecipheriv(algorithm, key.bytes, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 })
    .setAAD(boundTo(place, path))
    .setAuthTag(Buffer.from(sealed.tag, 'base64'));
  return decipher.update(sealed.text, 'base64', 'utf8') + decipher.final('utf8');
}

export function isSealedField(sealed: unknown): sealed is SealedField {
  if (typeof sealed !== 'object' || sealed === null) return false;
  const names = Object.keys(sealed).sort().join();
  return (names === 'key' || names === 'iv,key,tag,text') && Object.values(sealed).every((value) => typeof value === 'string');
}

function boundTo({ companyId, stream, eventId, type }: SealedPlace, path: string): Buffer {
  return Buffer.from(JSON.stringify([companyId, stream, eventId, type, path]));
}
