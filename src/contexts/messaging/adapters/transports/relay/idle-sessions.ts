import type { RelaySession } from './relay-session.js';

const most = 20;

interface Kept {
  readonly session: RelaySession;
  readonly timer: NodeJS.Timeout;
}

/** One connection a mailbox at most, kept for its next mail for a while; 20 in all. */
export class IdleSessions {
  private readonly kept = new Map<string, Kept>();
  private closed = false;

  constructor(private readonly idleMs: number) {}

  take(mailboxId: string): RelaySession | undefined {
    const kept = this.kept.get(mailboxId);
    if (kept === undefined) return undefined;
    this.kept.delete(mailboxId);
    clearTimeout(kept.timer);
    return kept.session.usable ? kept.session : undefined;
  }

  keep(mailboxId: string, session: RelaySession): void {
    if (this.closed || !session.usable || this.kept.has(mailboxId) || this.kept.size >= most) {
      session.leave();
      return;
    }
    const timer = setTimeout(() => {
      this.take(mailboxId)?.leave();
    }, this.idleMs);
    timer.unref();
    this.kept.set(mailboxId, { session, timer });
  }

  close(): void {
    this.closed = true;
    for (const mailboxId of [...this.kept.keys()]) this.take(mailboxId)?.leave();
  }
}
