import type { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { Blobs } from '#platform/blobs/blobs.port.js';
import type { DataKey } from '#platform/event-store/data-keys.port.js';
import { inboundMessage } from '../../domain/inbound-message/inbound-message.js';
import type { ParsedMail } from './parsed-mail.js';
import type { ParsedMails } from './parsed-mails.port.js';

/** As JSON in a blob of the message's own; authenticated by the blob store, so that only its format has to be asked for. */
@Injectable()
export class ParsedMailsInBlobs implements ParsedMails {
  constructor(@Inject(Blobs) private readonly blobs: Blobs) {}

  async keep(companyId: string, inboundMessageId: string, key: DataKey, parsed: ParsedMail): Promise<string> {
    const writer = await this.blobs.begin(key);
    try {
      await writer.write(Buffer.from(JSON.stringify(parsed)));
      return await writer.commit({ companyId, category: inboundMessage.category, streamId: inboundMessageId });
    } finally {
      await writer.discard();
    }
  }

  async read(blobId: string): Promise<ParsedMail | 'erased'> {
    const content = await this.blobs.read(blobId);
    return content === 'erased' ? content : parsedMailIn(content);
  }
}

async function parsedMailIn(content: Readable): Promise<ParsedMail> {
  const stored: unknown = await json(content);
  if (!isParsedMail(stored)) throw new Error('A parsed mail has a format that this version does not know.');
  return stored;
}

function isParsedMail(stored: unknown): stored is ParsedMail {
  return typeof stored === 'object' && stored !== null && 'format' in stored && stored.format === 1;
}
