import type { Position } from '#kernel/position.js';
import { ReadModelBehind } from './projection.js';

interface Waiter {
  readonly position: Position;
  readonly wake: (error?: ReadModelBehind) => void;
}

/** Those who wait for the rows of one projection to reach a position. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();

  constructor(
    private readonly projection: string,
    private readonly compare: (a: Position, b: Position) => number,
  ) {}

  async until(position: Position, timeoutMs: number): Promise<void> {
    await new Promise<void>((reached, behind) => {
      const late = () => {
        waiter.wake(new ReadModelBehind(`${this.projection} did not reach what was asked for within ${timeoutMs} ms.`));
      };
      const timer = setTimeout(late, timeoutMs);
      const waiter: Waiter = {
        position,
        wake: (error) => {
          clearTimeout(timer);
          this.#waiting.delete(waiter);
          if (error === undefined) reached();
          else behind(error);
        },
      };
      this.#waiting.add(waiter);
    });
  }

  /** The rows stand at `position` now, committed. */
  reached(position: Position): void {
    for (const waiter of this.#waiting) if (this.compare(waiter.position, position) <= 0) waiter.wake();
  }

  /** Nobody will be served before something is mended or started again. */
  giveUp(why: string): void {
    for (const waiter of this.#waiting) waiter.wake(new ReadModelBehind(`${this.projection} ${why}.`));
  }
}
