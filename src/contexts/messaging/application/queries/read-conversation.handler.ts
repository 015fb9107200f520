import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { refuse } from '#kernel/decision.js';
import { Candidates } from '../../../candidates/public/candidates.js';
import { MessageLists } from './message-lists.js';
import { ReadConversation } from './read-conversation.query.js';
import { seenBy } from './seen-by.js';

@QueryHandler(ReadConversation)
export class ReadConversationHandler implements IQueryHandler<ReadConversation> {
  constructor(
    @Inject(MessageLists) private readonly lists: MessageLists,
    @Inject(Candidates) private readonly candidates: Candidates,
  ) {}

  async execute({ candidateId: named, caller, page, waitFor }: ReadConversation) {
    const { companyId, subsidiaries } = caller;
    const candidateId = await this.candidates.resolveId(companyId, named);
    if ((await this.candidates.candidate(companyId, candidateId, subsidiaries)) === undefined) return refuse('not-found');
    const wanted = { list: `conversation of ${candidateId}`, order: 'oldest-first' as const, waitFor, page, ...seenBy(caller) };
    // Reports stand on the message that they are about; an out-of-office is seen in its place.
    return this.lists.page(wanted, (all) =>
      all
        .where('candidate_id', '=', candidateId)
        .where((message) =>
          message.or([
            message('direction', '=', 'out'),
            message('place', '=', 'with-candidate'),
            message.and([message('place', '=', 'filed'), message('reason', '=', 'auto-reply')]),
          ]),
        ),
    );
  }
}
