import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { Download } from './message-contents.js';

/** The mail as it came, octet for octet. */
export class DownloadRawMail extends Query<Outcome<Download>> {
  constructor(
    readonly messageId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
