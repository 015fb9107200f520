import type { Position } from '#kernel/position.js';
import { ForeignPosition } from '../event-store.port.js';

/** A place in the server's log. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

const highest = 2n ** 63n - 1n;

/** Positions of a server's log: `<store id>:<commit>/<prepare>`. */
export class LogPositions {
  constructor(
    readonly storeId: string,
    /** Where the log of this service begins: whatever stands before it on the server is of others. */
    readonly origin: LogPosition,
  ) {}

  at({ commit, prepare }: LogPosition): Position {
    return `${this.storeId}:${commit}/${prepare}`;
  }

  of(position: Position): LogPosition {
    const [, storeId, commit, prepare] = /^(.+):(0|[1-9]\d{0,18})\/(0|[1-9]\d{0,18})$/.exec(position) ?? [];
    if (storeId !== this.storeId || commit === undefined || prepare === undefined) throw new ForeignPosition(position, this.storeId);
    const read = { commit: BigInt(commit), prepare: BigInt(prepare) };
    if (!isPlace(read)) throw new ForeignPosition(position, this.storeId);
    return read;
  }

  compare(a: Position, b: Position): number {
    return compared(this.of(a), this.of(b));
  }
}

/** The server says 2^64 - 1 where it has not looked at anything yet. */
export function isPlace({ commit, prepare }: LogPosition): boolean {
  return commit <= highest && prepare <= highest;
}

export function compared(a: LogPosition, b: LogPosition): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}
