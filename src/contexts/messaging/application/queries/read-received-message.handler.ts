import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { isGone } from '../../domain/inbound-message/is-gone.js';
import { MessageRows } from '../ports/message-rows.port.js';
import { ReadReceivedMessage } from './read-received-message.query.js';
import { SeenMessages } from './seen-messages.js';
import { showReceivedMessage } from './show-received-message.js';

@QueryHandler(ReadReceivedMessage)
export class ReadReceivedMessageHandler implements IQueryHandler<ReadReceivedMessage> {
  constructor(
    @Inject(SeenMessages) private readonly messages: SeenMessages,
    @Inject(MessageRows) private readonly lines: MessageRows,
  ) {}

  async execute({ messageId, caller }: ReadReceivedMessage) {
    const found = await this.messages.find(messageId, caller);
    if (!found.ok) return found;
    if (isGone(found.value.state)) return refuse('erased');
    const receivedAt = await this.receivedAt(messageId);
    return allow({ ...showReceivedMessage(messageId, found.value, caller.actor), ...(receivedAt !== undefined && { receivedAt }) });
  }

  /** The stream tells what happened, its line when. */
  private async receivedAt(messageId: string): Promise<string | undefined> {
    const line = await this.lines.rows.selectFrom('messages').select('at').where('message_id', '=', messageId).executeTakeFirst();
    return line?.at;
  }
}
