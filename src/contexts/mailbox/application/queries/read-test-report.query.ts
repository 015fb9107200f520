import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';

/** R88: what the IT department needs, as plain text. */
export class ReadTestReport extends Query<Outcome<string, 'not-found'>> {
  constructor(
    readonly caller: Caller,
    readonly subsidiary: string | undefined,
    readonly testId: string,
    readonly language: 'de' | 'en',
  ) {
    super();
  }
}
