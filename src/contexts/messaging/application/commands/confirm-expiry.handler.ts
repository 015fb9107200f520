import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { confirmExpiry } from '../../domain/inbound-message/expire-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { ConfirmExpiry } from './confirm-expiry.command.js';

@CommandHandler(ConfirmExpiry)
export class ConfirmExpiryHandler implements ICommandHandler<ConfirmExpiry> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, subsidiaries, cause }: ConfirmExpiry) {
    return this.messages.decide(messageId, cause, within(subsidiaries, confirmExpiry));
  }
}
