import { Command } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Tested } from './send-test-mail.command.js';

/** R22-R24: a mail to the individual address, over the service, that comes back where the redirect works. */
export class TestRedirect extends Command<Outcome<Tested>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
