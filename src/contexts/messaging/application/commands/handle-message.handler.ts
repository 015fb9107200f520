import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handleMessage } from '../../domain/inbound-message/handle-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { HandleMessage } from './handle-message.command.js';

@CommandHandler(HandleMessage)
export class HandleMessageHandler implements ICommandHandler<HandleMessage> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, subsidiaries, cause }: HandleMessage) {
    return this.messages.decide(messageId, cause, within(subsidiaries, handleMessage));
  }
}
