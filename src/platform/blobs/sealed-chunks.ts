import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BlobDamaged } from './blobs.port.js';

/** Clear octets of every chunk but the last, which has 0 to as many. */
export const chunkLength = 64 * 1024;
export const tagLength = 16;

const magic = Buffer.from('PSB1');
const saltLength = 32;
export const headerLength = magic.length + saltLength;

export function newHeader(): Buffer {
  return Buffer.concat([magic, randomBytes(saltLength)]);
}

/**
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015; also that of age): AES-256-GCM per chunk, the nonce counts the chunks and
 * marks the last one, so that none can be changed, moved, repeated, left out or cut off. The key is derived freshly for each blob from
 * the data key and the header's salt, so that no nonce ever meets the same key again; the last chunk binds the blob's id, so that no blob
 * can stand in for another.
 */
export class SealedChunks {
  private readonly key: Uint8Array;
  private count = 0n;

  constructor(dataKey: Uint8Array, header: Uint8Array) {
    if (header.length !== headerLength || !magic.equals(header.subarray(0, magic.length)))
      throw new BlobDamaged('It does not begin like a blob.');
    this.key = new Uint8Array(hkdfSync('sha256', dataKey, header.subarray(magic.length), 'poststelle blob', 32));
  }

  /** `last` is the blob's id with the last chunk, absent before. */
  seal(clear: Uint8Array, last?: string): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, this.nextNonce(last !== undefined)).setAAD(Buffer.from(last ?? ''));
    return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws {@link BlobDamaged} unless this is the next chunk as it was sealed. */
  open(sealed: Uint8Array, last?: string): Buffer {
    if (sealed.length < tagLength) throw new BlobDamaged('It was cut short.');
    const nonce = this.nextNonce(last !== undefined);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(last ?? ''));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    const clear = decipher.update(sealed.subarray(0, -tagLength));
    try {
      decipher.final();
    } catch (cause) {
      throw new BlobDamaged('It was changed, cut short, reordered, or is another blob’s.', { cause });
    }
    return clear;
  }

  private nextNonce(last: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(this.count, 3);
    nonce[11] = last ? 1 : 0;
    this.count += 1n;
    return nonce;
  }
}
