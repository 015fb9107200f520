import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse } from '#kernel/decision.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { MessageQueued } from '../../domain/outbound-message/events.js';
import { mayResend } from '../../domain/outbound-message/may-resend.js';
import { outboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { seenWithin } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { MessagePreparation } from '../sending/message-preparation.js';
import { MessageQueue } from '../sending/message-queue.js';
import { QueuedAnswers } from '../sending/queued-answers.js';
import type { SentContent } from '../sending/sent-content.js';
import { SentContents } from '../sending/sent-contents.js';
import { ResendMessage } from './resend-message.command.js';
import type { Queued } from './send-message.command.js';

@CommandHandler(ResendMessage)
export class ResendMessageHandler implements ICommandHandler<ResendMessage> {
  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    private readonly preparation: MessagePreparation,
    private readonly contents: SentContents,
    private readonly queue: MessageQueue,
    private readonly answers: QueuedAnswers,
  ) {}

  async execute({ messageId, to, subsidiaries, cause }: ResendMessage): Promise<Outcome<Receipt & Queued>> {
    const id = idFromCommand(cause.commandId, outboundMessage.category);
    const before = await this.answers.before(id, cause);
    if (before !== undefined) return before;

    const rule = seenWithin(subsidiaries, (message) => mayResend(message, to));
    const asked = await this.messages.ask(messageId, cause, rule);
    if (!asked.go) return asked.answer.ok ? refuse('key-used-before') : asked.answer;
    return this.resend(id, messageId, asked.found, to, unconditionally(cause));
  }

  private async resend(
    id: string,
    resendOf: string,
    failed: MessageQueued['data'],
    to: string,
    cause: Cause,
  ): Promise<Outcome<Receipt & Queued>> {
    const candidate = await this.preparation.candidate(cause.companyId, failed.candidateId);
    if (candidate === undefined) return refuse('not-found');
    const recipient = await this.preparation.recipient(cause.companyId, candidate, to);
    if (!recipient.ok) return recipient;
    const content = await this.contents.read(failed.contentBlobId);
    if (content === 'erased') return refuse('message-erased');
    const again = sameAgain(failed, content);
    if (again === 'erased') return refuse('message-erased');
    const queued = await this.queue.queue(id, { ...again, resendOf, to: recipient.value }, cause);
    return queued.ok ? this.answers.of(id, queued.value, cause) : queued;
  }
}

function sameAgain(
  { candidateId, applicationId, subsidiaryId, automatic, answers, writerId, subject, references }: MessageQueued['data'],
  content: SentContent,
) {
  const words = subject.read({ known: (value) => value, erased: () => undefined });
  const thread = references.read({ known: (value) => value, erased: () => undefined });
  if (words === undefined || thread === undefined) return 'erased';
  return {
    candidateId,
    automatic,
    subject: words,
    references: thread,
    content,
    ...(applicationId === undefined ? {} : { applicationId }),
    ...(subsidiaryId === undefined ? {} : { subsidiaryId }),
    ...(answers === undefined ? {} : { answers }),
    ...(writerId === undefined ? {} : { writerId }),
  };
}
