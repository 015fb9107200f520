import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { MessageHtml } from './message-contents.js';

/** What the message says, as HTML that does no harm. */
export class ReadMessageHtml extends Query<Outcome<MessageHtml>> {
  constructor(
    readonly messageId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
