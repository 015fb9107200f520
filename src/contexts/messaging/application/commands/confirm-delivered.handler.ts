import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { confirmDelivered } from '../../domain/outbound-message/confirm-delivered.js';
import { seenWithin } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { ConfirmDelivered } from './confirm-delivered.command.js';

@CommandHandler(ConfirmDelivered)
export class ConfirmDeliveredHandler implements ICommandHandler<ConfirmDelivered> {
  constructor(@Inject(OutboundMessages) private readonly messages: OutboundMessages) {}

  execute({ messageId, subsidiaries, cause }: ConfirmDelivered) {
    return this.messages.decide(messageId, cause, seenWithin(subsidiaries, confirmDelivered));
  }
}
