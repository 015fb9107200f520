import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { RecentUses } from '#platform/system/recent-uses.js';

/** A test mail goes to anybody (R84), and an individual address may be anybody's: nobody may send them by the dozen. */
const most = 20;
const withinMs = 10 * 60_000;

/** How many test mails a company may send, whatever they test. */
@Injectable()
export class TestMailLimit {
  private readonly recent = new RecentUses(most, withinMs);

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** When the next one may go, where this one is one too many. */
  takeTurn(companyId: string): Date | undefined {
    const now = this.clock.now();
    const again = this.recent.next(companyId, now);
    if (again === undefined) this.recent.count(companyId, now);
    return again;
  }
}
