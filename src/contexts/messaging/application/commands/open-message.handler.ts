import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { openMessage } from '../../domain/inbound-message/open-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { OpenMessage } from './open-message.command.js';

@CommandHandler(OpenMessage)
export class OpenMessageHandler implements ICommandHandler<OpenMessage> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, reader, subsidiaries, cause }: OpenMessage) {
    return this.messages.decide(
      messageId,
      cause,
      within(subsidiaries, (message) => openMessage(message, reader)),
    );
  }
}
