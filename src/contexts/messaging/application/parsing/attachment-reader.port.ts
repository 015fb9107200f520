import type { Readable } from 'node:stream';

/** The bytes of one attachment, decoded, out of the raw mail. */
export interface AttachmentReader {
  /** `index` as the parsed mail notes it; `undefined` where the mail has no such part. Throws where the parser gives up on the mail. */
  read(raw: Readable, index: number): Promise<{ readonly bytes: Uint8Array; readonly sha256: string } | undefined>;
}
export const AttachmentReader = Symbol('AttachmentReader');
