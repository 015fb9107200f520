import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { ConnectionTestView } from './connection-test.view.js';

/** One test. */
export class ReadConnectionTest extends Query<Outcome<ConnectionTestView, 'not-found'>> {
  constructor(
    readonly caller: Caller,
    readonly subsidiary: string | undefined,
    readonly testId: string,
  ) {
    super();
  }
}
