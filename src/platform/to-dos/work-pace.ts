/** How work is taken. */
export interface WorkPace {
  /** Renewed while the work goes on; another process may take the row when it has run out. */
  readonly leaseMs: number;
  /** Looked for what is due at least so often, whatever was missed. */
  readonly pollMs: number;
  /** How long a shutdown waits for work that has begun. */
  readonly shutdownMs: number;
  /** Work that lasts longer makes its lane a slow one, which shares the places for slow lanes with the others of its kind. */
  readonly slowAfterMs: number;
  /** No other process works on these rows: leases found at the start belong to a dead one. */
  readonly soleWorker: boolean;
  /** Milliseconds until a failed attempt is made again. */
  backOff(attempt: number): number;
}
export const WorkPace = Symbol('WorkPace');
