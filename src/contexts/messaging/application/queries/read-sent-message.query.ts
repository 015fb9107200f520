import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { SendingWarning } from '../sending/sending-warnings.js';
import type { SentMessageView } from './sent-message.js';

/** One sent message, from its own stream. */
export class ReadSentMessage extends Query<Outcome<SentMessageView & { readonly warnings: readonly SendingWarning[] }, 'not-found'>> {
  constructor(
    readonly messageId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
