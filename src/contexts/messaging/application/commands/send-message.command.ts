import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { SentContent } from '../sending/sent-content.js';
import type { SendingWarning } from '../sending/sending-warnings.js';

/** What a caller wants to say to a candidate; ids, or the caller's own as `external:<externalId>` for the candidate. */
export interface MessageWanted {
  readonly candidateId: string;
  readonly applicationId?: string;
  /** One of the candidate's own addresses; absent: the one written to last, else the first. */
  readonly to?: string;
  readonly subject: string;
  readonly content: SentContent;
  /** The received message it answers. */
  readonly answers?: string;
  readonly automatic: boolean;
}

/** It is written down and will be tried: not that it was sent (S29). */
export interface Queued {
  readonly messageId: string;
  readonly state: string;
  readonly to: string;
  /** Octets, estimated before it is composed. */
  readonly size: number;
  readonly warnings: readonly SendingWarning[];
}

export class SendMessage extends Command<Outcome<Receipt & Queued>> {
  constructor(
    readonly wanted: MessageWanted,
    /** What the token is limited to. */
    readonly subsidiaries: readonly string[] | undefined,
    readonly cause: Cause,
  ) {
    super();
  }
}
