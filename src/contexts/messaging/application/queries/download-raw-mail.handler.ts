import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { DownloadRawMail } from './download-raw-mail.query.js';
import { SeenMessages } from './seen-messages.js';

@QueryHandler(DownloadRawMail)
export class DownloadRawMailHandler implements IQueryHandler<DownloadRawMail> {
  constructor(
    @Inject(SeenMessages) private readonly messages: SeenMessages,
    @Inject(Blobs) private readonly blobs: Blobs,
  ) {}

  async execute({ messageId, caller }: DownloadRawMail) {
    const found = await this.messages.withContent(messageId, caller);
    if (!found.ok) return found;
    const { blobId, size } = found.value.received;
    const content = await this.blobs.read(blobId);
    if (content === 'erased') return refuse('erased');
    return allow({ name: `${messageId}.eml`, contentType: 'message/rfc822', content, size });
  }
}
