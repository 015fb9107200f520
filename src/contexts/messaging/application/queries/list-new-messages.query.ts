import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { CountedPage } from './message-lists.js';

/** What the reader has not opened yet, of all candidates (S13: per user). */
export class ListNewMessages extends Query<Outcome<CountedPage>> {
  constructor(
    readonly caller: Caller,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor: Position | undefined,
  ) {
    super();
  }
}
