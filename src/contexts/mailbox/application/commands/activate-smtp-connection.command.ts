import { Command } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Connected } from '../connection-warnings.js';

/** R39, R55: back to the connection as it was left, without typing anything again. */
export class ActivateSmtpConnection extends Command<Outcome<Connected>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
