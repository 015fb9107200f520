import type { SmtpSession } from './smtp-session.js';

const most = 20;

interface Kept {
  readonly session: SmtpSession;
  readonly timer: NodeJS.Timeout;
}

/** One connection for each owner at most (a mailbox, or one version of its settings), kept for the next mail for a while; 20 in all. */
export class IdleSessions {
  private readonly kept = new Map<string, Kept>();
  private closed = false;

  constructor(private readonly idleMs: number) {}

  take(owner: string): SmtpSession | undefined {
    const kept = this.kept.get(owner);
    if (kept === undefined) return undefined;
    this.kept.delete(owner);
    clearTimeout(kept.timer);
    return kept.session.usable ? kept.session : undefined;
  }

  keep(owner: string, session: SmtpSession): void {
    if (this.closed || !session.usable || this.kept.has(owner) || this.kept.size >= most) {
      session.leave();
      return;
    }
    const timer = setTimeout(() => {
      this.take(owner)?.leave();
    }, this.idleMs);
    timer.unref();
    this.kept.set(owner, { session, timer });
  }

  close(): void {
    this.closed = true;
    for (const owner of [...this.kept.keys()]) this.take(owner)?.leave();
  }
}
