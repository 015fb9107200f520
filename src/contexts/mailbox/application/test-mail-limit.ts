import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { allow } from '#kernel/decision.js';
import { RecentUses } from '#platform/system/recent-uses.js';
import { tooManyAttempts } from './too-many-attempts.js';

/** A test mail goes to anybody (R84), and an individual address may be anybody's: nobody may send them by the dozen. */
const most = 20;
const withinMs = 10 * 60_000;

/** How many test mails a company may send, whatever they test. */
@Injectable()
export class TestMailLimit {
  private readonly recent = new RecentUses(most, withinMs);

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Counts it, where it is not one too many. */
  takeTurn(companyId: string) {
    const again = this.recent.take(companyId, this.clock.now());
    return again === undefined ? allow(undefined) : tooManyAttempts(again);
  }
}
