import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { SenderName } from '../../domain/recruiting-mailbox/events.js';

/** For the company's own mailbox, or that of a subsidiary. */
export class ChooseSenderName extends Command<Outcome<Receipt>> {
  constructor(
    readonly subsidiary: string | undefined,
    readonly senderName: SenderName | 'inherited',
    readonly cause: Cause,
  ) {
    super();
  }
}
