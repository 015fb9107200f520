import type { Lane } from './owed-queue.js';

/** How many may be at work at once. */
export interface Places {
  readonly total: number;
  /**
   * For work that waits for others and needs nothing else meanwhile: what lasts long gives its place up, and so many are at work at most. Absent: `total`, however
   * long it lasts.
   */
  readonly withLong?: number;
  readonly perLane: number;
  /** A lane that is known to be slow begins only while fewer are at work that are slow, so that stalled servers are not asked all at once. All unless told. */
  readonly slow?: number;
}

/** Whose turn it is: one row of each lane after the other, so that a large or a slow lane delays no other one. */
export class Lanes {
  readonly #busy = new Map<string, readonly Date[]>();
  readonly #slow = new Set<string>();
  #last = '';
  /** Of the slow ones, which take their turns among themselves: a quick lane that is served often does not set them back. */
  #lastSlow = '';

  /** @param slowAfterMs Work is long that lasts longer, and its lane is slow until work of it has taken less. */
  constructor(
    private readonly places: Places,
    private readonly slowAfterMs: number,
  ) {}

  /**
   * Lanes with something due that have room, beginning behind the one that was served last. `lanes` are in the order of their names.
   * Whether there is room is asked when the lane's turn comes: those before it may have taken it.
   */
  *inTurn(lanes: readonly Lane[], now: Date): Generator<string> {
    const due = lanes.filter(({ takeableAt }) => takeableAt <= now.toISOString()).map(({ lane }) => lane);
    const slow = due.filter((lane) => this.#isHeldBack(lane, now));
    const others = due.filter((lane) => !this.#isHeldBack(lane, now));
    for (const lane of [...behind(slow, this.#lastSlow), ...behind(others, this.#last)]) if (this.#hasRoom(lane, now)) yield lane;
  }

  /** When the next row falls due in a lane that has room. */
  nextAfter(lanes: readonly Lane[], now: Date): Date | undefined {
    const times = lanes
      .filter(({ lane, takeableAt }) => takeableAt > now.toISOString() && this.#hasRoom(lane, now))
      .map(({ takeableAt }) => takeableAt);
    const [first] = times.sort();
    return first === undefined ? undefined : new Date(first);
  }

  /** Whether any lane may begin. */
  hasPlace(now: Date): boolean {
    const { total, withLong = total } = this.places;
    const begun = [...this.#busy.values()].flat();
    if (begun.length >= withLong) return false;
    return withLong === total || begun.filter((at) => !this.#isLong(at, now)).length < total;
  }

  begun(lane: string, at: Date): void {
    if (this.#isHeldBack(lane, at)) this.#lastSlow = lane;
    else this.#last = lane;
    this.#busy.set(lane, [...(this.#busy.get(lane) ?? []), at]);
  }

  /** Work that was begun at `begun` has ended at `at`; `tells`: whether that says anything of how fast the lane is. */
  ended(lane: string, begun: Date, at: Date, tells = true): void {
    const beginnings = this.#busy.get(lane) ?? [];
    const left = beginnings.toSpliced(beginnings.indexOf(begun), 1);
    if (left.length === 0) this.#busy.delete(lane);
    else this.#busy.set(lane, left);
    if (this.#isLong(begun, at)) this.#slow.add(lane);
    else if (tells) this.#slow.delete(lane);
  }

  #hasRoom(lane: string, now: Date): boolean {
    const { total, perLane, slow = total } = this.places;
    if ((this.#busy.get(lane)?.length ?? 0) >= perLane) return false;
    return !this.#isHeldBack(lane, now) || this.#slowAtWork(now) < slow;
  }

  #isHeldBack(lane: string, now: Date): boolean {
    return this.places.slow !== undefined && this.#isSlow(lane, now);
  }

  #slowAtWork(now: Date): number {
    return [...this.#busy].filter(([lane]) => this.#isSlow(lane, now)).reduce((sum, [, beginnings]) => sum + beginnings.length, 0);
  }

  #isSlow(lane: string, now: Date): boolean {
    return this.#slow.has(lane) || (this.#busy.get(lane)?.some((begun) => this.#isLong(begun, now)) ?? false);
  }

  #isLong(begun: Date, until: Date): boolean {
    return until.getTime() - begun.getTime() > this.slowAfterMs;
  }
}

/** In turn, beginning behind the one that was served last. */
function behind(lanes: readonly string[], last: string): readonly string[] {
  return [...lanes.filter((lane) => lane > last), ...lanes.filter((lane) => lane <= last)];
}
