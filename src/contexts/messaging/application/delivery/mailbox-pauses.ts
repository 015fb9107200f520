const pauseMs = 60_000;

/**
 * Mailboxes whose mail waits a minute, because what failed for one message would fail for all: server away, login refused, quota used up. Then one of them tries
 * again. Only in memory: after a restart the first message finds out anew.
 */
export class MailboxPauses {
  private readonly untils = new Map<string, Date>();

  pause(mailboxId: string, now: Date): void {
    this.untils.set(mailboxId, new Date(now.getTime() + pauseMs));
  }

  /** When the mailbox may try again; `undefined`: now. */
  until(mailboxId: string, now: Date): Date | undefined {
    const until = this.untils.get(mailboxId);
    return until === undefined || until <= now ? undefined : until;
  }

  end(mailboxId: string): void {
    this.untils.delete(mailboxId);
  }
}
