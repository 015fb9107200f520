import { Inject, Injectable } from '@nestjs/common';
import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';
import { isSeenWithin } from '../../domain/inbound-message/subsidiary.js';
import type { Answered } from '../../domain/outbound-message/may-answer.js';
import { threadOf } from '../../domain/outbound-message/thread-references.js';
import { ParsedMails } from '../parsing/parsed-mails.port.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';

/** A received message that is to be answered, and the thread that the answer carries on. */
export interface AnsweredMail extends Answered {
  /** Message-IDs, oldest first; the answered one last. Empty where the mail had none or is erased: our token still holds the thread. */
  readonly thread: readonly string[];
}

@Injectable()
export class AnsweredMails {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(ParsedMails) private readonly parsedMails: ParsedMails,
  ) {}

  /** As far as a token limited to `subsidiaries` sees it. */
  async find(companyId: string, inboundMessageId: string, subsidiaries: readonly string[] | undefined): Promise<AnsweredMail | undefined> {
    const loaded = await this.messages.load(companyId, inboundMessageId);
    if (loaded === undefined || !isSeenWithin(subsidiaries, loaded.state)) return undefined;
    const { state } = loaded;
    return { ...liesWith(state), writtenByMachine: writtenByMachine(state), thread: await this.threadOf(state) };
  }

  private async threadOf({ classified }: InboundMessage): Promise<readonly string[]> {
    if (classified?.parsedBlobId === undefined) return [];
    const parsed = await this.parsedMails.read(classified.parsedBlobId);
    if (parsed === 'erased') return [];
    const { references, inReplyTo, messageId } = parsed.mail;
    const before = references.length > 0 ? references.toReversed() : inReplyTo;
    return threadOf({ references: before, ...(messageId === undefined ? {} : { messageId }) });
  }
}

function liesWith({ place }: InboundMessage): Pick<Answered, 'candidateId' | 'applicationId'> {
  switch (place.is) {
    case 'with-candidate':
      return { candidateId: place.candidateId, ...(place.applicationId === undefined ? {} : { applicationId: place.applicationId }) };
    case 'filed':
      return { candidateId: place.candidateId };
    default:
      return {};
  }
}

function writtenByMachine({ classified, received }: InboundMessage): boolean {
  const nullSender = received.envelopeSender.read({ known: (sender) => sender === '', erased: () => false });
  return nullSender || (classified !== undefined && classified.kind !== 'person');
}
