import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { ReceivedMessage } from './received-message.js';

/** One received message, with the explanation of its routing. */
export class ReadReceivedMessage extends Query<Outcome<ReceivedMessage>> {
  constructor(
    readonly messageId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
