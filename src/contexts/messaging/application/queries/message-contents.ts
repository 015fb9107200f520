import type { Readable } from 'node:stream';

export interface MessageText {
  readonly text: string;
  /** More than this was in the mail; the raw mail has it. */
  readonly truncated: boolean;
}

export interface MessageHtml {
  readonly html: string;
  /** Images, styles and other things of elsewhere that were taken out. */
  readonly remoteContentRemoved: number;
}

export interface Download {
  /** As the sender named it; unsafe for anything but a header made for it. */
  readonly name: string;
  readonly contentType: string;
  readonly content: Readable | Uint8Array;
  readonly size?: number;
}
