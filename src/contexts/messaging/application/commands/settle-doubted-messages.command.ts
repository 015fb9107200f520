import { Command } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Word } from '../../domain/outbound-message/settle-doubted.js';
import type { SendingWarning } from '../sending/sending-warnings.js';

export interface Settled {
  /** How many messages the word was said of. */
  readonly messages: number;
  /** There are more: the same is to be said once more, under another key. */
  readonly left: boolean;
  readonly position?: Position;
  readonly warnings: readonly SendingWarning[];
}

/** A person's word about everything of a company that a restore made uncertain. */
export class SettleDoubtedMessages extends Command<Outcome<Settled>> {
  constructor(
    readonly word: Word,
    readonly subsidiaries: Caller['subsidiaries'],
    readonly cause: Cause,
  ) {
    super();
  }
}
