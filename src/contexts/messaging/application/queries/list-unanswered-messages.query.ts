import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { CountedPage } from './message-lists.js';

/** What candidates wrote and nobody has answered or handled; automatic mail owes no answer and is none (S15). */
export class ListUnansweredMessages extends Query<Outcome<CountedPage>> {
  constructor(
    readonly caller: Caller,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor: Position | undefined,
  ) {
    super();
  }
}
