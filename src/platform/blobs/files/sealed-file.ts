import type { FileHandle } from 'node:fs/promises';
import { BlobDamaged } from '../blobs.port.js';
import { chunkLength, headerLength, SealedChunks, tagLength } from '../sealed-chunks.js';

/** Reads one blob's file from its beginning, chunk by chunk. It is read through one handle, so that no other file can take its place meanwhile. */
export class SealedFile {
  private readonly sealedLength = chunkLength + tagLength;
  private position = headerLength;

  private constructor(
    private readonly file: FileHandle,
    private readonly size: number,
    private readonly chunks: SealedChunks,
    private readonly blobId: string,
  ) {}

  static async begin(file: FileHandle, key: Uint8Array, blobId: string): Promise<SealedFile> {
    const { size } = await file.stat();
    if (size < headerLength + tagLength) throw new BlobDamaged('It was cut short.');
    return new SealedFile(file, size, new SealedChunks(key, await readExactly(file, 0, headerLength)), blobId);
  }

  /** Octets of the clear content, as far as the size of the file tells. */
  get clearLength(): number {
    const sealed = this.size - headerLength;
    return sealed - Math.ceil(sealed / this.sealedLength) * tagLength;
  }

  /** The next clear chunk, `undefined` after the last. Throws {@link BlobDamaged}. */
  async next(): Promise<Buffer | undefined> {
    const left = this.size - this.position;
    if (left === 0) return undefined;
    const length = Math.min(left, this.sealedLength);
    const sealed = await readExactly(this.file, this.position, length);
    this.position += length;
    return this.chunks.open(sealed, left === length ? this.blobId : undefined);
  }
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let read = 0; read < length;) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw new BlobDamaged('It was cut short while it was read.');
    read += bytesRead;
  }
  return bytes;
}
