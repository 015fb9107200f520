import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { AssigneeNamed } from './assignees.js';

/** A person gives the message to another candidate or application. */
export class ReassignMessage extends Command<Outcome<Receipt>> {
  constructor(
    readonly messageId: string,
    readonly named: AssigneeNamed,
    /** S40: the sender's address becomes one of the candidate's. */
    readonly teachAddress: boolean,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
