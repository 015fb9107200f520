import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ExpressionBuilder } from 'kysely';
import type { MessagesTables } from '../projections/messages/messages.tables.js';
import { ListNewMessages } from './list-new-messages.query.js';
import { MessageLists } from './message-lists.js';
import { seenBy } from './seen-by.js';

@QueryHandler(ListNewMessages)
export class ListNewMessagesHandler implements IQueryHandler<ListNewMessages> {
  constructor(@Inject(MessageLists) private readonly lists: MessageLists) {}

  execute({ caller, page, waitFor }: ListNewMessages) {
    const wanted = { list: `new to ${caller.actor}`, order: 'newest-first' as const, waitFor, page, ...seenBy(caller) };
    return this.lists.page(wanted, (all) =>
      all
        .where('direction', '=', 'in')
        .where('place', '=', 'with-candidate')
        .where((message) => message.not(message.exists(readBy(message, caller.actor)))),
    );
  }
}

function readBy(message: ExpressionBuilder<MessagesTables, 'messages'>, reader: string) {
  return message
    .selectFrom('message_readers')
    .select('message_readers.reader')
    .whereRef('message_readers.message_id', '=', 'messages.message_id')
    .where('message_readers.reader', '=', reader);
}
