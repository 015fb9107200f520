import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Personal } from '#kernel/personal.js';
import { dismissMessage } from '../../domain/inbound-message/dismiss-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { DismissMessage } from './dismiss-message.command.js';

@CommandHandler(DismissMessage)
export class DismissMessageHandler implements ICommandHandler<DismissMessage> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, reason, subsidiaries, cause }: DismissMessage) {
    return this.messages.decide(
      messageId,
      cause,
      within(subsidiaries, (message) =>
        dismissMessage(message, reason === undefined ? undefined : Personal.under(message.received.keyId, reason)),
      ),
    );
  }
}
