import { Readable } from 'node:stream';

const chunkSize = 64 * 1024;

/**
 * The content as a stream that is first read after 354: SMTPConnection pipes it only then. The first read waits for `beforeContent`; the end is
 * handed out by a read of its own, so that `readToItsEnd` is true no later than the server can have the final dot.
 */
export class ContentStream extends Readable {
  readToItsEnd = false;
  private begun: Promise<void> | undefined;
  private sent = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly beforeContent: () => Promise<void>,
    /** Told when the first octet, and when the end is asked for. */
    private readonly reached: (place: 'content' | 'after-content') => void,
  ) {
    super({ highWaterMark: chunkSize });
  }

  get firstRead(): boolean {
    return this.begun !== undefined;
  }

  /** Settles once `beforeContent` has, if it was ever called; throws what it threw. */
  async begunOrNever(): Promise<void> {
    await this.begun;
  }

  override _read(): void {
    if (this.begun !== undefined) {
      this.next();
      return;
    }
    this.reached('content');
    this.begun = this.beforeContent();
    this.begun.then(
      () => {
        this.next();
      },
      (error: unknown) => {
        this.destroy(new Error('Nothing may leave: what comes before the content failed.', { cause: error }));
      },
    );
  }

  private next(): void {
    if (this.destroyed) return;
    if (this.sent < this.bytes.byteLength) {
      const chunk = this.bytes.subarray(this.sent, this.sent + chunkSize);
      this.sent += chunk.byteLength;
      this.push(chunk);
      return;
    }
    this.readToItsEnd = true;
    this.reached('after-content');
    this.push(null);
  }
}
