import { RecentUses } from '#platform/system/recent-uses.js';

const minute = 60_000;

/** Keeps a mailbox to its messages a minute, so that one bulk of mail does not make the whole service a spammer. A restart gives each one fresh minute. */
export class MailboxRates extends RecentUses {
  constructor(perMinute: number) {
    super(perMinute, minute);
  }
}
