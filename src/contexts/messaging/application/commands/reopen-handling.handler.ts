import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reopenHandling } from '../../domain/inbound-message/handle-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { ReopenHandling } from './reopen-handling.command.js';

@CommandHandler(ReopenHandling)
export class ReopenHandlingHandler implements ICommandHandler<ReopenHandling> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, subsidiaries, cause }: ReopenHandling) {
    return this.messages.decide(messageId, cause, within(subsidiaries, reopenHandling));
  }
}
