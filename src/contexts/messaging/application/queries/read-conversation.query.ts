import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { CountedPage } from './message-lists.js';

/** A candidate's messages, received and sent, in the order of the history (R16, R85). */
export class ReadConversation extends Query<Outcome<CountedPage>> {
  constructor(
    /** An id, or the caller's own as `external:<externalId>`. */
    readonly candidateId: string,
    readonly caller: Caller,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor: Position | undefined,
  ) {
    super();
  }
}
