import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { MessageText } from './message-contents.js';

/** What the message says, as text. */
export class ReadMessageText extends Query<Outcome<MessageText>> {
  constructor(
    readonly messageId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
