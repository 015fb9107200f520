import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ListUnansweredMessages } from './list-unanswered-messages.query.js';
import { MessageLists } from './message-lists.js';
import { seenBy } from './seen-by.js';
import { isUnanswered } from './unanswered.js';

@QueryHandler(ListUnansweredMessages)
export class ListUnansweredMessagesHandler implements IQueryHandler<ListUnansweredMessages> {
  constructor(@Inject(MessageLists) private readonly lists: MessageLists) {}

  execute({ caller, page, waitFor }: ListUnansweredMessages) {
    const wanted = { list: 'unanswered', order: 'oldest-first' as const, waitFor, page, ...seenBy(caller) };
    return this.lists.page(wanted, (all) =>
      all
        .where('direction', '=', 'in')
        .where('place', '=', 'with-candidate')
        .where('automatic', '=', 0)
        .where('handled', '=', 0)
        .where(isUnanswered),
    );
  }
}
