import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { isGone } from '../../domain/inbound-message/is-gone.js';
import { ReadReceivedMessage } from './read-received-message.query.js';
import { SeenMessages } from './seen-messages.js';
import { showReceivedMessage } from './show-received-message.js';

@QueryHandler(ReadReceivedMessage)
export class ReadReceivedMessageHandler implements IQueryHandler<ReadReceivedMessage> {
  constructor(@Inject(SeenMessages) private readonly messages: SeenMessages) {}

  async execute({ messageId, caller }: ReadReceivedMessage) {
    const found = await this.messages.find(messageId, caller);
    if (!found.ok) return found;
    return isGone(found.value.state) ? refuse('erased') : allow(showReceivedMessage(messageId, found.value, caller.actor));
  }
}
