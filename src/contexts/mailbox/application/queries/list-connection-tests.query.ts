import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { ConnectionTestView } from './connection-test.view.js';

/** What was tested of a mailbox, newest first. */
export class ListConnectionTests extends Query<Outcome<{ readonly items: readonly ConnectionTestView[] }, 'not-found'>> {
  constructor(
    readonly caller: Caller,
    readonly subsidiary: string | undefined,
  ) {
    super();
  }
}
