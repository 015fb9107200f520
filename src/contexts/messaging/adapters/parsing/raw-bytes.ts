import type { Readable } from 'node:stream';

/** The whole stream in memory of its own, so that it can change threads without a copy. */
export async function rawBytes(raw: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of raw) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('A raw mail is bytes.');
    chunks.push(chunk);
    length += chunk.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
