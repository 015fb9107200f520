import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import { outboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { AutomaticAnswerLimit } from '../sending/automatic-answer-limit.js';
import { MessagePreparation } from '../sending/message-preparation.js';
import { MessageQueue } from '../sending/message-queue.js';
import { QueuedAnswers } from '../sending/queued-answers.js';
import { type Queued, SendMessage } from './send-message.command.js';

@CommandHandler(SendMessage)
export class SendMessageHandler implements ICommandHandler<SendMessage> {
  constructor(
    private readonly preparation: MessagePreparation,
    private readonly limit: AutomaticAnswerLimit,
    private readonly queue: MessageQueue,
    private readonly answers: QueuedAnswers,
  ) {}

  async execute({ wanted, subsidiaries, cause }: SendMessage): Promise<Outcome<Receipt & Queued>> {
    const id = idFromCommand(cause.commandId, outboundMessage.category);
    // A repeat is answered as the first time, whatever has become of candidate and addresses since.
    const before = await this.answers.before(id, cause);
    if (before !== undefined) return before;

    const prepared = await this.preparation.prepare(wanted, subsidiaries, cause);
    if (!prepared.ok) return prepared;
    const { to, automatic, answers } = prepared.value;
    if (automatic && answers !== undefined) {
      const taken = await this.limit.take(to, id, cause);
      if (!taken.ok) return taken;
    }
    const queued = await this.queue.queue(id, prepared.value, cause);
    return queued.ok ? this.answers.of(id, queued.value, cause) : queued;
  }
}
