import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sendAgain } from '../../domain/outbound-message/send-again.js';
import { seenWithin } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SendAgain } from './send-again.command.js';

@CommandHandler(SendAgain)
export class SendAgainHandler implements ICommandHandler<SendAgain> {
  constructor(@Inject(OutboundMessages) private readonly messages: OutboundMessages) {}

  execute({ messageId, subsidiaries, cause }: SendAgain) {
    return this.messages.decide(messageId, cause, seenWithin(subsidiaries, sendAgain));
  }
}
