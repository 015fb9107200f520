import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { AttachmentReader } from '../parsing/attachment-reader.port.js';
import { DownloadAttachment } from './download-attachment.query.js';
import { SeenMessages } from './seen-messages.js';
import { Turns } from './turns.js';

@QueryHandler(DownloadAttachment)
export class DownloadAttachmentHandler implements IQueryHandler<DownloadAttachment> {
  /** The raw mail and the attachment lie in memory together: 35 MB each, so a few at once. */
  private readonly turns = new Turns(3, 50);

  constructor(
    @Inject(SeenMessages) private readonly messages: SeenMessages,
    @Inject(Blobs) private readonly blobs: Blobs,
    @Inject(AttachmentReader) private readonly attachments: AttachmentReader,
  ) {}

  async execute({ messageId, index, caller }: DownloadAttachment) {
    const found = await this.messages.withContent(messageId, caller);
    if (!found.ok) return found;
    const parsed = await this.messages.parsed(messageId, caller);
    if (!parsed.ok) return parsed;
    const note = parsed.value.attachments.find((attachment) => attachment.index === index);
    if (note === undefined) return refuse('not-found');
    const read = await this.turns.take(() => this.bytes(found.value.received.blobId, index));
    if (read === 'busy' || read === 'erased') return refuse(read);
    if (read === undefined)
      throw new Error(`The parser noted attachment ${String(index)} of message ${messageId} and does not find it again.`);
    return allow({ name: note.name, contentType: note.contentType, content: read.bytes, size: read.bytes.byteLength });
  }

  private async bytes(blobId: string, index: number) {
    const raw = await this.blobs.read(blobId);
    return raw === 'erased' ? raw : this.attachments.read(raw, index);
  }
}
