import type { Position } from '#kernel/position.js';

/**
 * What follows from a restore of the log, done before anything is delivered or received. `upTo` is the last event that was there when the restore was
 * found; absent in an empty log. A crash in the middle has it done again, so that doing it twice must be once.
 * `unfinished`: something could not be done by this start and is left for the next one; it says so in the log.
 */
export type Consequence = (upTo: Position | undefined) => Promise<'done' | 'unfinished'>;

export interface AfterRestore {
  /** Before the application has started; `name` is kept on disk and must not change. */
  register(name: string, consequence: Consequence): void;
}
export const AfterRestore = Symbol('AfterRestore');
