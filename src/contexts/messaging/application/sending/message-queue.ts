import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#kernel/decision.js';
import { Ids } from '#kernel/ids.js';
import { Personal } from '#kernel/personal.js';
import { Config } from '#platform/config/config.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Mailboxes } from '../../../mailbox/public/index.js';
import { composedSize } from '../../domain/outbound-message/composed-size.js';
import type { MessageQueued } from '../../domain/outbound-message/events.js';
import { outboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { previewOf } from '../../domain/outbound-message/preview.js';
import { MailTransports } from '../ports/mail-transports.port.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { ConversationTokens } from './conversation-tokens.js';
import type { SentContent } from './sent-content.js';
import { SentContents } from './sent-contents.js';

/** A message that every rule has let through, before it is written down. */
export interface ToQueue {
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly subsidiaryId?: string;
  readonly to: string;
  readonly subject: string;
  readonly content: SentContent;
  readonly automatic: boolean;
  readonly answers?: string;
  readonly references: readonly string[];
  readonly writerId?: string;
  readonly resendOf?: string;
}

/** Writes a message down: content first, under a key of its own, then the event that makes it owed. */
@Injectable()
export class MessageQueue {
  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(Config) private readonly config: Config,
    @Inject(MailTransports) private readonly transports: MailTransports,
    private readonly contents: SentContents,
    private readonly tokens: ConversationTokens,
  ) {}

  async queue(id: string, message: ToQueue, cause: Cause) {
    const settings = await this.mailboxes.effectiveSettings(cause.companyId, message.subsidiaryId);
    if (settings === undefined) return refuse('mailbox-not-ready');
    const size = sizeOf(message.content);
    const { largest = Infinity } = this.transports.of(settings.channel.value).capabilities;
    const limit = Math.min(this.config.maxOutboundBytes, largest);
    if (size > limit) return refuse('message-too-large', { facts: { limit, size } });

    const key = await this.keys.take();
    const owner = { companyId: cause.companyId, category: outboundMessage.category, streamId: id };
    const contentBlobId = await this.contents.keep(key, owner, message.content);
    const conversation = await this.tokens.of(cause.companyId, message.candidateId);
    const { value: channel, supplied } = settings.channel;
    const over = { mailboxId: supplied.mailboxId, ...(channel === 'service' ? {} : { channel }) };
    const written = { keyId: key.id, contentBlobId, size, ...over };
    const tokens = { conversation, envelope: this.ids.token() };
    return this.messages.begin(id, unconditionally(cause), queuedEvent(id, message, written, tokens, this.config.mailDomain));
  }
}

type Written = Pick<MessageQueued['data'], 'keyId' | 'contentBlobId' | 'size' | 'mailboxId' | 'channel'>;
type Tokens = { readonly conversation: string; readonly envelope: string };

function queuedEvent(id: string, message: ToQueue, written: Written, tokens: Tokens, mailDomain: string): MessageQueued {
  const { to, subject, content, references, ...about } = message;
  const personal = <T>(value: T) => Personal.under(written.keyId, value);
  return {
    type: 'MessageQueued',
    data: {
      ...about,
      ...written,
      to: personal(to),
      subject: personal(subject),
      preview: personal(previewOf(content)),
      attachments: personal(content.attachments.map(({ name, contentType, bytes }) => ({ name, contentType, size: bytes.byteLength }))),
      messageIdHeader: `<${id}@${mailDomain}>`,
      tokens: personal(tokens),
      references: personal(references),
    },
  };
}

function sizeOf({ text = '', html = '', attachments }: SentContent): number {
  return composedSize({
    textOctets: Buffer.byteLength(text),
    htmlOctets: Buffer.byteLength(html),
    attachmentOctets: attachments.map(({ bytes }) => bytes.byteLength),
  });
}
