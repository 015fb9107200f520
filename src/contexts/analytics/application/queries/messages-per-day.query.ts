import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { CountedAs } from '../projections/messages-per-day.projection.js';

export interface DayCount {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly mailboxId: string;
  readonly countedAs: CountedAs;
  readonly messages: number;
}

export type DaysRefused = 'no-such-day' | 'days-in-reverse' | 'too-many-days';

export interface DaysWanted {
  readonly companyId: string;
  readonly from: string;
  readonly to: string;
}

/** Messages in and out, both days included. */
export class MessagesPerDay extends Query<Outcome<{ readonly items: readonly DayCount[] }, DaysRefused>> {
  constructor(
    readonly wanted: DaysWanted,
    readonly waitFor?: Position,
  ) {
    super();
  }
}
