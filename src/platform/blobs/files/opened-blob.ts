import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { SealedFile } from './sealed-file.js';

/** Up to here the clear bytes are kept while they are verified; a larger blob is read a second time. */
const keptInMemory = 1024 * 1024;

/**
 * The clear bytes of a blob. The whole of it is verified first, then it is handed out, each chunk verified again as it leaves. The file is closed with the stream.
 */
export async function openedBlob(file: FileHandle, key: Uint8Array, blobId: string): Promise<Readable> {
  const first = await SealedFile.begin(file, key, blobId);
  const keep = first.clearLength <= keptInMemory;
  const clear: Buffer[] = [];
  for (let chunk = await first.next(); chunk !== undefined; chunk = await first.next()) if (keep && chunk.length > 0) clear.push(chunk);
  if (!keep) return new VerifiedBlob(file, await SealedFile.begin(file, key, blobId));
  await file.close();
  return Readable.from(clear, { objectMode: false });
}

class VerifiedBlob extends Readable {
  constructor(
    private readonly file: FileHandle,
    private readonly sealed: SealedFile,
  ) {
    super({ objectMode: false });
  }

  override _read(): void {
    this.sealed.next().then(
      (chunk) => this.push(chunk ?? null),
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error('The blob could not be read.', { cause: error })),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.file.close().then(
      () => {
        done(error);
      },
      (closing: unknown) => {
        done(error ?? new Error('The blob could not be closed.', { cause: closing }));
      },
    );
  }
}
