import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { Download } from './message-contents.js';

/** The bytes that left, or began to, octet for octet. */
export class DownloadSentMail extends Query<Outcome<Download>> {
  constructor(
    readonly messageId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
