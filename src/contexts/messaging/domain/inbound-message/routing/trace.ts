import type { Position } from '#kernel/position.js';

/** What one rung said. Opaque ids only, so that the explanation outlives the persons it is about. */
export interface RungTrace {
  readonly rung: string;
  readonly found: 'candidate' | 'filed' | 'set-aside' | 'nothing' | 'doubt';
  readonly reason?: string;
  readonly candidateIds?: readonly string[];
}

/** Every rule tried, its evidence and why it missed; the same can be had again from the same input. */
export interface Trace {
  /** Version of the ladder, raised with every change of policy. */
  readonly router: string;
  /** The position the look-ups had reached. */
  readonly at: Position;
  readonly rungs: readonly RungTrace[];
}
