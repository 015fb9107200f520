import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import type { Caller } from '#platform/http/asked.js';
import { ListMessagesToAssign, type MessagesToAssign, type Shelf } from './list-messages-to-assign.query.js';
import { MessageLists, type Selection } from './message-lists.js';
import { seenBy } from './seen-by.js';

@QueryHandler(ListMessagesToAssign)
export class ListMessagesToAssignHandler implements IQueryHandler<ListMessagesToAssign> {
  constructor(@Inject(MessageLists) private readonly lists: MessageLists) {}

  async execute({ caller, shelf, page, waitFor }: ListMessagesToAssign) {
    const wanted = { list: `to assign: ${shelf}`, order: 'newest-first' as const, waitFor, page, ...seenBy(caller) };
    const found = await this.lists.page(wanted, (all) => onShelf(all, shelf));
    return found.ok ? allow({ ...found.value, counts: await this.counts(caller) }) : found;
  }

  private async counts({ companyId, subsidiaries }: Caller): Promise<MessagesToAssign['counts']> {
    const all = this.lists.seenBy(companyId, subsidiaries);
    const [people, automatic, lists, reports, quarantined, refused, dismissed] = await Promise.all([
      this.lists.count(onShelf(all, 'people')),
      this.lists.count(onShelf(all, 'automatic')),
      this.lists.count(onShelf(all, 'lists')),
      this.lists.count(onShelf(all, 'reports')),
      this.lists.count(onShelf(all, 'quarantined')),
      this.lists.count(onShelf(all, 'refused-too-large')),
      this.lists.count(onShelf(all, 'dismissed')),
    ]);
    return { people, automatic, lists, reports, quarantined, 'refused-too-large': refused, dismissed };
  }
}

function onShelf(all: Selection, shelf: Shelf): Selection {
  if (shelf === 'dismissed') return all.where('place', '=', 'dismissed');
  return all.where('place', 'in', ['to-assign', 'set-aside', 'quarantined', 'refused']).where('waiting_as', '=', shelf);
}
