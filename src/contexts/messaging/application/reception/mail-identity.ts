import { createHash } from 'node:crypto';
import { bodyStart } from '../parsing/header-end.js';

/** A header block larger than this is no header: the whole mail counts as body. Also the most memory that one mail takes here. */
export const largestHeader = 262_144;

/** What makes a mail this mail. Trace fields, and everything else that may change on another path, are not among them. */
const identifying = ['message-id', 'from', 'to', 'cc', 'subject', 'date', 'in-reply-to', 'references'];

/** RFC 5322, 3.6.8, and the blanks before the colon that 4.5 lets old mail have. */
const field = /^([!-9;-~]+)[ \t]*:(.*)$/su;

/**
 * A digest of who says what in a mail, taken while its bytes pass: of the identifying header fields, unfolded, and of the raw body. The
 * same for the same mail over another path and for one refolded on the way; another one for any other content under a used Message-ID
 * (S10-S12). Independent of how the bytes are cut into chunks.
 */
export class MailIdentity {
  private readonly hash = createHash('sha256');
  private header = Buffer.allocUnsafe(8_192);
  private held = 0;
  /** Looked for the end of the header again only when twice as much is there: each octet is looked at twice at most. */
  private lookAt = 4_096;
  private inBody = false;

  update(chunk: Uint8Array): void {
    if (this.inBody) {
      this.hash.update(chunk);
      return;
    }
    const fits = chunk.subarray(0, largestHeader + 1 - this.held);
    this.hold(fits);
    const full = this.held > largestHeader;
    if (full || this.held >= this.lookAt) {
      this.lookAt = this.held * 2;
      this.endHeader(full);
    }
    const rest = chunk.subarray(fits.length);
    if (rest.length > 0) this.hash.update(rest);
  }

  /** Hex; once, after the last chunk. */
  digest(): string {
    if (!this.inBody) {
      const whole = this.header.subarray(0, this.held);
      // Without the blank line that ends a header there is none, and every octet counts.
      this.begin(this.held > largestHeader ? 0 : (bodyStart(whole) ?? 0));
    }
    return this.hash.digest('hex');
  }

  private hold(more: Uint8Array): void {
    const needed = this.held + more.length;
    if (needed > this.header.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(2 * this.header.length, largestHeader + 1)));
      this.header.copy(larger, 0, 0, this.held);
      this.header = larger;
    }
    this.header.set(more, this.held);
    this.held = needed;
  }

  private endHeader(full: boolean): void {
    const block = this.header.subarray(0, this.held);
    const body = bodyStart(block);
    // A CR at the very end may be half of a line end: wait for the next octet.
    const certain = body !== undefined && (body < this.held || block[body - 1] === 10);
    if (certain && body <= largestHeader) this.begin(body);
    else if (full) this.begin(0);
  }

  private begin(body: number): void {
    this.inBody = true;
    const block = this.header.subarray(0, body);
    this.hash.update(canonical(block) ?? block);
    this.hash.update(this.header.subarray(body, this.held));
    this.header = Buffer.alloc(0);
  }
}

/**
 * Octets as latin1, so that no byte is lost whatever the charset; folding and runs of blanks are one blank. `undefined` for what is no
 * header, or names nothing that identifies: then every octet counts, because two mails are never to be taken for one.
 */
function canonical(header: Uint8Array): string | undefined {
  const lines = Buffer.from(header)
    .toString('latin1')
    .replaceAll(/(?:\r\n|\n|\r)(?=[ \t])/gu, '')
    .split(/[\r\n]+/u);
  const values = new Map(identifying.map((name): [string, string[]] => [name, []]));
  for (const line of lines) {
    if (line === '') continue;
    const [, name, value] = field.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    values.get(name.toLowerCase())?.push(value.replaceAll(/[ \t]+/gu, ' ').trim());
  }
  return [...values.values()].some(({ length }) => length > 0) ? `${JSON.stringify([...values])}\n` : undefined;
}
