import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { isSeenBy } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { bytesOf } from '../sending/blob-bytes.js';
import { DownloadSentMail } from './download-sent-mail.query.js';

@QueryHandler(DownloadSentMail)
export class DownloadSentMailHandler implements IQueryHandler<DownloadSentMail> {
  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    @Inject(Blobs) private readonly blobs: Blobs,
  ) {}

  async execute({ messageId, caller }: DownloadSentMail) {
    const loaded = await this.messages.load(caller.companyId, messageId);
    if (loaded === undefined || !isSeenBy(caller.subsidiaries, loaded.state.queued.subsidiaryId)) return refuse('not-found');
    const { lastAttempt } = loaded.state;
    if (lastAttempt === undefined) return refuse('not-composed-yet');
    const bytes = await bytesOf(this.blobs, lastAttempt.blobId);
    if (bytes === 'erased') return refuse('message-erased');
    return allow({ name: `${messageId}.eml`, contentType: 'message/rfc822', content: bytes, size: bytes.byteLength });
  }
}
