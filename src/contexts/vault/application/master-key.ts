import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a wrapped thing is for: part of what is authenticated, so that none can stand in for another. */
export type WrapPurpose = 'data-key' | 'hmac-key' | 'secret' | 'key-check';

const format = 1;
const ivLength = 12;
const tagLength = 16;

/**
 * The key from outside that everything in the vault is wrapped under: AES-256-GCM with a random nonce (NIST SP 800-38D allows 2^32 of them under one
 * key, a million a day for eleven years). Nothing prints it.
 */
export class MasterKey {
  readonly #key: Uint8Array;

  private constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** `undefined` unless `text` is the base64 of exactly 32 bytes. */
  static fromBase64(text: string): MasterKey | undefined {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === 32 && bytes.toString('base64') === text ? new MasterKey(bytes) : undefined;
  }

  static newBase64(): string {
    return randomBytes(32).toString('base64');
  }

  wrap(clear: Uint8Array, purpose: WrapPurpose, ...about: readonly string[]): Uint8Array {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(bound(purpose, about));
    return Buffer.concat([Buffer.of(format), iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws {@link WrapDamaged} where key, purpose or what it is about are not those of the wrapping, or a bit was changed. */
  unwrap(wrapped: Uint8Array, purpose: WrapPurpose, ...about: readonly string[]): Uint8Array {
    if (wrapped.length < 1 + ivLength + tagLength || wrapped[0] !== format) throw new WrapDamaged(purpose, about);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, wrapped.subarray(1, 1 + ivLength), { authTagLength: tagLength });
    decipher.setAAD(bound(purpose, about)).setAuthTag(wrapped.subarray(-tagLength));
    const clear = decipher.update(wrapped.subarray(1 + ivLength, -tagLength));
    try {
      return Buffer.concat([clear, decipher.final()]);
    } catch (cause) {
      throw new WrapDamaged(purpose, about, { cause });
    }
  }
}

/** Loud on purpose: what was damaged must never look erased. */
export class WrapDamaged extends Error {
  override readonly name = 'WrapDamaged';
  constructor(purpose: WrapPurpose, about: readonly string[], options?: ErrorOptions) {
    super(`The vault's ${purpose} ${about.join(' ')} was damaged, moved, or written under another master key.`, options);
  }
}

function bound(purpose: WrapPurpose, about: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([format, purpose, ...about]));
}
