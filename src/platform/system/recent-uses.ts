/** How often something was done by whom in the last stretch of time, so that it is not done too often. Only in memory: a restart forgets. */
export class RecentUses {
  private readonly begun = new Map<string, Date[]>();

  constructor(
    private readonly most: number,
    private readonly withinMs: number,
  ) {}

  /** When it may be done next; `undefined`: now. */
  next(who: string, now: Date): Date | undefined {
    const recent = this.recent(who, now);
    const first = recent[recent.length - this.most];
    return first === undefined ? undefined : new Date(first.getTime() + this.withinMs);
  }

  /** Counts it where it may be done now; else when it may be done next. */
  take(who: string, now: Date): Date | undefined {
    const next = this.next(who, now);
    if (next === undefined) this.count(who, now);
    return next;
  }

  count(who: string, now: Date): void {
    this.begun.set(who, [...this.recent(who, now), now]);
  }

  private recent(who: string, now: Date): Date[] {
    const recent = (this.begun.get(who) ?? []).filter((at) => now.getTime() - at.getTime() < this.withinMs);
    if (recent.length === 0) this.begun.delete(who);
    return recent;
  }
}
