import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Personal } from '#kernel/personal.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { Config } from '#platform/config/config.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { type EffectiveSettings, Mailboxes } from '../../../mailbox/public/index.js';
import { Organisation } from '../../../organisation/public/index.js';
import { bytesToSend } from '../../domain/outbound-message/bytes-to-send.js';
import { conversationReference } from '../../domain/outbound-message/conversation-token.js';
import type { DeliveryAttemptStarted } from '../../domain/outbound-message/events.js';
import { type OutboundMessage, outboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { senderName } from '../../domain/outbound-message/sender-name.js';
import type { Attempt } from '../../domain/outbound-message/start-attempt.js';
import { boundedReferences } from '../../domain/outbound-message/thread-references.js';
import { MailComposer } from '../ports/mail-composer.port.js';
import type { OutgoingMail } from '../ports/mail-transport.port.js';
import { bytesOf, keepBlob } from '../sending/blob-bytes.js';
import { SentContents } from '../sending/sent-contents.js';
import { Writers } from '../sending/writers.js';
import { known, type Opened } from './opened.js';

/** Bytes ready to leave, and what the attempt fixes of them. */
export interface ReadyMail {
  readonly mail: OutgoingMail;
  /** Keeps the bytes first where they are new, so that every retry sends the same ones. */
  attempt(transport: Attempt['transport']): Promise<Attempt>;
}

/** Composes what leaves for the first time, and finds again what left before. */
@Injectable()
export class OutgoingMails {
  constructor(
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
    @Inject(MailComposer) private readonly composer: MailComposer,
    @Inject(Blobs) private readonly blobs: Blobs,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    private readonly contents: SentContents,
    private readonly writers: Writers,
  ) {}

  async ready(
    companyId: string,
    id: string,
    message: OutboundMessage,
    opened: Opened,
    settings: EffectiveSettings,
  ): Promise<ReadyMail | 'erased'> {
    const before = bytesToSend(message, settings.channel.value);
    return before === 'compose' ? this.composed(companyId, id, message, opened, settings) : this.sameAgain(id, message, opened, before);
  }

  private async sameAgain(
    id: string,
    { queued }: OutboundMessage,
    { to }: Opened,
    last: DeliveryAttemptStarted['data'],
  ): Promise<ReadyMail | 'erased'> {
    const bytes = await bytesOf(this.blobs, last.blobId);
    const from = known(last.envelopeSender);
    if (bytes === 'erased' || from === undefined) return 'erased';
    const { channel, from: sender, envelopeSender, blobId, supplied } = last;
    return {
      mail: { outboundMessageId: id, mailboxId: queued.mailboxId, envelope: { from, to }, bytes },
      attempt: async (transport) => ({ channel, transport, from: sender, envelopeSender, blobId, supplied }),
    };
  }

  private async composed(
    companyId: string,
    id: string,
    { queued }: OutboundMessage,
    opened: Opened,
    { channel, address, senderName: name }: EffectiveSettings,
  ): Promise<ReadyMail | 'erased'> {
    const content = await this.contents.read(queued.contentBlobId);
    const key = await this.keys.find(queued.keyId);
    const company = await this.organisation.company(companyId);
    if (content === 'erased' || key === 'destroyed') return 'erased';
    if (company === undefined) throw new Error('The company of a message is not there.');

    const writer = await this.writers.nameOf(companyId, queued.writerId);
    const from = { address: address.value, name: senderName(name.value, { company: company.name, writer }, queued.automatic) };
    const envelopeSender = this.mailboxes.serviceAddress(company.slug, opened.tokens.envelope);
    const bytes = await this.composer.compose({
      ...this.headers(queued.messageIdHeader, opened, queued.answers !== undefined, queued.automatic),
      from,
      replyTo: this.mailboxes.serviceAddress(company.slug, opened.tokens.conversation),
      content,
    });
    return {
      mail: { outboundMessageId: id, mailboxId: queued.mailboxId, envelope: { from: envelopeSender, to: opened.to }, bytes },
      attempt: async (transport) => ({
        channel: channel.value,
        transport,
        from: Personal.under(queued.keyId, from),
        envelopeSender: Personal.under(queued.keyId, envelopeSender),
        blobId: await keepBlob(this.blobs, key, { companyId, category: outboundMessage.category, streamId: id }, bytes),
        supplied: { channel: channel.supplied, address: address.supplied, name: name.supplied },
      }),
    };
  }

  private headers(messageId: string, { to, subject, tokens, thread }: Opened, answers: boolean, automatic: boolean) {
    const inReplyTo = answers ? thread.at(-1) : undefined;
    return {
      to,
      subject,
      messageId,
      references: boundedReferences(conversationReference(tokens.conversation, this.config.mailDomain), thread),
      date: this.clock.now(),
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      ...(automatic ? { automatic: answers ? ('auto-replied' as const) : ('auto-generated' as const) } : {}),
    };
  }
}
