import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { AttachmentReader } from '../parsing/attachment-reader.port.js';
import { DownloadAttachment } from './download-attachment.query.js';
import { SeenMessages } from './seen-messages.js';

@QueryHandler(DownloadAttachment)
export class DownloadAttachmentHandler implements IQueryHandler<DownloadAttachment> {
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
    const raw = await this.blobs.read(found.value.received.blobId);
    if (raw === 'erased') return refuse('erased');
    const read = await this.attachments.read(raw, index);
    if (read === undefined)
      throw new Error(`The parser noted attachment ${String(index)} of message ${messageId} and does not find it again.`);
    return allow({ name: note.name, contentType: note.contentType, content: read.bytes, size: read.bytes.byteLength });
  }
}
