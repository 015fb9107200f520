import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cancelMessage } from '../../domain/outbound-message/cancel-message.js';
import { seenWithin } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { CancelMessage } from './cancel-message.command.js';

@CommandHandler(CancelMessage)
export class CancelMessageHandler implements ICommandHandler<CancelMessage> {
  constructor(@Inject(OutboundMessages) private readonly messages: OutboundMessages) {}

  execute({ messageId, subsidiaries, cause }: CancelMessage) {
    return this.messages.decide(messageId, cause, seenWithin(subsidiaries, cancelMessage));
  }
}
