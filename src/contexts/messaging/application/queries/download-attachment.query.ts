import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { Download } from './message-contents.js';

/** One attachment, decoded. */
export class DownloadAttachment extends Query<Outcome<Download>> {
  constructor(
    readonly messageId: string,
    /** From 0, in the order of the mail. */
    readonly index: number,
    readonly caller: Caller,
  ) {
    super();
  }
}
