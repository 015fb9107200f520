const minute = 60_000;

/**
 * Keeps a mailbox to its messages a minute, so that one bulk of mail does not make the whole service a spammer. Only in memory: a restart gives each mailbox
 * one fresh minute.
 */
export class MailboxRates {
  private readonly begun = new Map<string, Date[]>();

  constructor(private readonly perMinute: number) {}

  /** When the mailbox may send its next message; `undefined`: now. */
  next(mailboxId: string, now: Date): Date | undefined {
    const recent = this.recent(mailboxId, now);
    const first = recent[recent.length - this.perMinute];
    return first === undefined ? undefined : new Date(first.getTime() + minute);
  }

  count(mailboxId: string, now: Date): void {
    this.begun.set(mailboxId, [...this.recent(mailboxId, now), now]);
  }

  private recent(mailboxId: string, now: Date): Date[] {
    const recent = (this.begun.get(mailboxId) ?? []).filter((at) => now.getTime() - at.getTime() < minute);
    if (recent.length === 0) this.begun.delete(mailboxId);
    return recent;
  }
}
