import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';

/** R39, R55; for a subsidiary also the service as its own choice (R91). */
export class SwitchToService extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly waitingMail: 'keep' | 'send-by-service' | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
