import type { StoredEvent } from '../event-store.port.js';
import type { NumberedPositions } from '../numbered-positions.js';

export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: number;
}

export const eventColumns = 'position, stream, revision, id, type, data, metadata, recorded_at';

export function eventOf(row: EventRow, positions: NumberedPositions): StoredEvent {
  const { stream, id, type, data, metadata } = row;
  return {
    stream,
    id,
    type,
    data,
    metadata,
    revision: BigInt(row.revision),
    position: positions.at(row.position),
    recordedAt: new Date(row.recorded_at),
  };
}
