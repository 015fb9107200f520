import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Personal } from '#kernel/personal.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { Config } from '#platform/config/config.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { type EffectiveSettings, Mailboxes } from '../../../mailbox/public/index.js';
import { type CompanyFacts, Organisation } from '../../../organisation/public/index.js';
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
import type { Opened } from './opened.js';

/** Bytes ready to leave, and what the attempt fixes of them. */
export interface ReadyMail {
  readonly mail: OutgoingMail;
  /** Keeps the bytes first where they are new, so that every retry sends the same ones. */
  attempt(transport: Attempt['transport']): Promise<Attempt>;
}

/** What a message leaves with right now. */
interface Leaving {
  readonly companyId: string;
  readonly id: string;
  readonly company: CompanyFacts;
  readonly settings: EffectiveSettings;
  readonly envelopeSender: string;
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
    const company = await this.organisation.company(companyId);
    if (company === undefined) throw new Error('The company of a message is not there.');
    const leaving = { companyId, id, company, settings, envelopeSender: this.envelopeSender(company, opened, settings) };
    const before = bytesToSend(message, settings.channel.value, settings.address.value);
    return before === 'compose' ? this.composed(leaving, message, opened) : this.sameAgain(leaving, message, opened, before);
  }

  /** The bytes stay; who hands them over, and under which envelope, is of now. */
  private async sameAgain(leaving: Leaving, { queued }: OutboundMessage, { to }: Opened, last: DeliveryAttemptStarted['data']) {
    const bytes = await bytesOf(this.blobs, last.blobId);
    if (bytes === 'erased') return bytes;
    const { from, blobId } = last;
    return {
      mail: mailOf(leaving, to, bytes),
      attempt: async (transport: Attempt['transport']) => ({ ...fixedBy(leaving, queued.keyId, transport), from, blobId }),
    };
  }

  private async composed(leaving: Leaving, { queued }: OutboundMessage, opened: Opened): Promise<ReadyMail | 'erased'> {
    const { companyId, id, company, settings } = leaving;
    const content = await this.contents.read(queued.contentBlobId);
    const key = await this.keys.find(queued.keyId);
    if (content === 'erased' || key === 'destroyed') return 'erased';

    const from = await this.sender(leaving, queued);
    const replyTo = this.mailboxes.serviceAddress(company.slug, opened.tokens.conversation);
    const bytes = await this.composer.compose({
      ...this.headers(queued.messageIdHeader, opened, queued.answers !== undefined, queued.automatic),
      from,
      // Decision "Replies must arrive": candidates answer to the individual address only while its redirect is known to work.
      ...(settings.repliesTo === 'individual-address' ? {} : { replyTo }),
      content,
    });
    const owner = { companyId, category: outboundMessage.category, streamId: id };
    return {
      mail: mailOf(leaving, opened.to, bytes),
      attempt: async (transport) => ({
        ...fixedBy(leaving, queued.keyId, transport),
        from: Personal.under(queued.keyId, from),
        blobId: await keepBlob(this.blobs, key, owner, bytes),
      }),
    };
  }

  /** R5, R20: the address of the channel; R15, R91: the name that whoever supplied it has chosen. */
  private async sender({ companyId, company, settings }: Leaving, { writerId, automatic }: OutboundMessage['queued']) {
    const { value, subsidiaryId } = settings.senderName;
    const writer = await this.writers.nameOf(companyId, writerId);
    const subsidiary = company.subsidiaries.find((each) => each.subsidiaryId === subsidiaryId);
    const names = { company: subsidiary?.name ?? company.name, writer };
    return { address: settings.address.value, name: senderName(value, names, automatic) };
  }

  /** A company's own server takes its own address alone as sender (R71); over the service each message has one of its own, so that every bounce is told. */
  private envelopeSender({ slug }: CompanyFacts, { tokens }: Opened, { channel, address }: EffectiveSettings): string {
    return channel.value === 'service' ? this.mailboxes.serviceAddress(slug, tokens.envelope) : address.value;
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

function mailOf({ companyId, id, settings, envelopeSender }: Leaving, to: string, bytes: Uint8Array): OutgoingMail {
  const { mailboxId } = settings.channel.supplied;
  return { companyId, outboundMessageId: id, mailboxId, envelope: { from: envelopeSender, to }, bytes };
}

/** S30: what is written down of every attempt, whoever supplied it. */
function fixedBy({ settings, envelopeSender }: Leaving, keyId: string, transport: Attempt['transport']) {
  const { channel, address, senderName: name } = settings;
  return {
    channel: channel.value,
    transport,
    envelopeSender: Personal.under(keyId, envelopeSender),
    supplied: { channel: channel.supplied, address: address.supplied, name: name.supplied },
  };
}
