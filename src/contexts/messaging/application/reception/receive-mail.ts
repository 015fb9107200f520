import { Inject, Injectable } from '@nestjs/common';
import { Ids } from '#kernel/ids.js';
import { Blobs, type BlobWriter } from '#platform/blobs/blobs.port.js';
import { type DataKey, DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Envelope } from '#platform/smtp-ingress/mail-reception.port.js';
import { MailIdentity } from './mail-identity.js';
import { RecordMail } from './record-mail.js';

/** The mail on its way to one company, under that company's own copy and key. */
interface Copy {
  readonly companyId: string;
  readonly key: DataKey;
  readonly writer: BlobWriter;
}

/**
 * Accept means durable (design.md, Inbound): key and blob under fresh ids for every attempt, then the event; it answers only when every
 * company among the recipients has its event. Whatever throws on the way is for the sender to repeat, and a repeat meets what was
 * recorded before. A blob without an event is swept after a day, never here: an append whose outcome nobody knows may have happened.
 */
@Injectable()
export class ReceiveMail {
  constructor(
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Blobs) private readonly blobs: Blobs,
    @Inject(Ids) private readonly ids: Ids,
    private readonly recording: RecordMail,
  ) {}

  async receive(envelope: Envelope, content: AsyncIterable<Uint8Array>): Promise<void> {
    const copies: Copy[] = [];
    try {
      for (const companyId of new Set(envelope.recipients.map((recipient) => recipient.companyId)))
        copies.push(await this.begin(companyId));
      const { identity, size } = await this.write(copies, content);
      const correlationId = this.ids.next();
      for (const copy of copies) await this.recording.record({ ...copy, envelope, identity, size, correlationId });
    } finally {
      // What was committed is no longer there to discard.
      await Promise.all(copies.map(({ writer }) => writer.discard()));
    }
  }

  private async begin(companyId: string): Promise<Copy> {
    const key = await this.keys.take();
    return { companyId, key, writer: await this.blobs.begin(key) };
  }

  private async write(copies: readonly Copy[], content: AsyncIterable<Uint8Array>) {
    const identity = new MailIdentity();
    let size = 0;
    for await (const chunk of content) {
      identity.update(chunk);
      size += chunk.length;
      await Promise.all(copies.map(({ writer }) => writer.write(chunk)));
    }
    return { identity: identity.digest(), size };
  }
}
