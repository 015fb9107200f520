import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { clearBounceMark } from '../../domain/outbound-message/clear-bounce-mark.js';
import { seenWithin } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { ClearBounceMark } from './clear-bounce-mark.command.js';

@CommandHandler(ClearBounceMark)
export class ClearBounceMarkHandler implements ICommandHandler<ClearBounceMark> {
  constructor(@Inject(OutboundMessages) private readonly messages: OutboundMessages) {}

  execute({ messageId, subsidiaries, cause }: ClearBounceMark) {
    return this.messages.decide(messageId, cause, seenWithin(subsidiaries, clearBounceMark));
  }
}
