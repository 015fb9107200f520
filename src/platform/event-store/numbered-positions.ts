import type { Position } from '#kernel/position.js';
import { ForeignPosition } from './event-store.port.js';

/** Positions of a store that numbers its events from 1: `<store id>:<number>`. */
export class NumberedPositions {
  constructor(private readonly storeId: string) {}

  at(number: number): Position {
    return `${this.storeId}:${number}`;
  }

  /** 0 stands for the place before the first event. */
  numberOf(position: Position | undefined): number {
    if (position === undefined) return 0;
    const [, storeId, digits] = /^(.+):([1-9]\d{0,14})$/.exec(position) ?? [];
    if (storeId !== this.storeId || digits === undefined) throw new ForeignPosition(position, this.storeId);
    return Number(digits);
  }

  compare(a: Position, b: Position): number {
    return this.numberOf(a) - this.numberOf(b);
  }
}
