import type { Position } from '#kernel/position.js';

/** Where one projection stands, for metrics, readiness and the operator. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** `building`: nothing that fits the log is being read; `stopped`: a look-up that decides has met a poison event. */
  readonly state: 'building' | 'catching-up' | 'live' | 'stopped';
  readonly position: Position | undefined;
  /** Age of the oldest event that is known and not handled; 0 where there is none. */
  readonly lagSeconds: number;
  /** Events that were delivered and are not handled; while pages are read their number is not known and this is 0. */
  readonly lagEvents: number;
  /** A new version or a rebuild on its way. */
  readonly shadow?: { readonly version: number; readonly position: Position | undefined; readonly state: string };
}
