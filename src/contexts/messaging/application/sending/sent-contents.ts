import { Inject, Injectable } from '@nestjs/common';
import { type BlobOwner, Blobs } from '#platform/blobs/blobs.port.js';
import type { DataKey } from '#platform/event-store/data-keys.port.js';
import { bytesOf, keepBlob } from './blob-bytes.js';
import type { SentContent } from './sent-content.js';

/** Version 1 of the stored form: JSON, attachments in base64. */
interface StoredContent {
  readonly format: 1;
  readonly text?: string;
  readonly html?: string;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly content: string }[];
}

/** Contents of sent messages, as blobs under their message's key. */
@Injectable()
export class SentContents {
  constructor(@Inject(Blobs) private readonly blobs: Blobs) {}

  /** Durable when it answers with the blob's id. */
  keep(key: DataKey, owner: BlobOwner, { attachments, ...texts }: SentContent): Promise<string> {
    const stored: StoredContent = {
      format: 1,
      ...texts,
      attachments: attachments.map(({ bytes, ...about }) => ({ ...about, content: Buffer.from(bytes).toString('base64') })),
    };
    return keepBlob(this.blobs, key, owner, Buffer.from(JSON.stringify(stored)));
  }

  async read(blobId: string): Promise<SentContent | 'erased'> {
    const bytes = await bytesOf(this.blobs, blobId);
    if (bytes === 'erased') return 'erased';
    const stored: unknown = JSON.parse(bytes.toString());
    if (!isStoredContent(stored)) throw new Error('The content of a sent message has a format that this version does not know.');
    const { attachments, text, html } = stored;
    return {
      ...(text === undefined ? {} : { text }),
      ...(html === undefined ? {} : { html }),
      attachments: attachments.map(({ content, ...about }) => ({ ...about, bytes: Buffer.from(content, 'base64') })),
    };
  }
}

/** The blob store authenticates what it reads, so that only the format has to be asked for. */
function isStoredContent(stored: unknown): stored is StoredContent {
  return typeof stored === 'object' && stored !== null && 'format' in stored && stored.format === 1;
}
