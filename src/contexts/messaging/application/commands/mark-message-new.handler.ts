import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { markMessageNew } from '../../domain/inbound-message/open-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { MarkMessageNew } from './mark-message-new.command.js';

@CommandHandler(MarkMessageNew)
export class MarkMessageNewHandler implements ICommandHandler<MarkMessageNew> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, reader, subsidiaries, cause }: MarkMessageNew) {
    return this.messages.decide(
      messageId,
      cause,
      within(subsidiaries, (message) => markMessageNew(message, reader)),
    );
  }
}
