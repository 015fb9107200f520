const pauseMs = 60_000;

/**
 * Ways out of a mailbox that wait a minute, because what failed for one message would fail for all: server away, login refused, quota used up. Then one of them tries
 * again. Only in memory: after a restart the first message finds out anew.
 */
export class MailboxPauses {
  private readonly untils = new Map<string, Date>();

  pause(way: string, now: Date): void {
    this.untils.set(way, new Date(now.getTime() + pauseMs));
  }

  /** When it may be tried again; `undefined`: now. */
  until(way: string, now: Date): Date | undefined {
    const until = this.untils.get(way);
    return until === undefined || until <= now ? undefined : until;
  }

  end(way: string): void {
    this.untils.delete(way);
  }
}
