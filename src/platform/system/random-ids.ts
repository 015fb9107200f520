import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Ids } from '#kernel/ids.js';

/** RFC 4648 base32 in lower case: survives mail systems that change case. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export const randomIds: Ids = { next: () => v7(), token: () => base32(randomBytes(10)) };

/** Whole groups of 5 octets in 8 characters. */
function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const characters = (bytes.length * 8) / 5;
  return Array.from({ length: characters }, (_, index) => alphabet[Number((bits >> BigInt(5 * (characters - 1 - index))) & 31n)]).join('');
}
