import type { Lane } from './owed-queue.js';

/** Whose turn it is: one row of each lane after the other, so that a large or a slow lane delays no other one. */
export class Lanes {
  readonly #busy = new Map<string, number>();
  #last = '';

  constructor(private readonly perLane: number) {}

  /** Lanes with something due that have room, beginning behind the one that was served last. `lanes` are in the order of their names. */
  inTurn(lanes: readonly Lane[], now: Date): readonly string[] {
    const ready = lanes.filter(({ lane, takeableAt }) => takeableAt <= now.toISOString() && this.#hasRoom(lane)).map(({ lane }) => lane);
    return [...ready.filter((lane) => lane > this.#last), ...ready.filter((lane) => lane <= this.#last)];
  }

  /** When the next row falls due in a lane that has room. */
  nextAfter(lanes: readonly Lane[], now: Date): Date | undefined {
    const times = lanes
      .filter(({ lane, takeableAt }) => takeableAt > now.toISOString() && this.#hasRoom(lane))
      .map(({ takeableAt }) => takeableAt);
    const [first] = times.sort();
    return first === undefined ? undefined : new Date(first);
  }

  begun(lane: string): void {
    this.#last = lane;
    this.#busy.set(lane, (this.#busy.get(lane) ?? 0) + 1);
  }

  ended(lane: string): void {
    const left = (this.#busy.get(lane) ?? 1) - 1;
    if (left === 0) this.#busy.delete(lane);
    else this.#busy.set(lane, left);
  }

  #hasRoom(lane: string): boolean {
    return (this.#busy.get(lane) ?? 0) < this.perLane;
  }
}
