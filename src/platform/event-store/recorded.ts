import type { Position } from '#kernel/position.js';
import type { EventMetadata } from './metadata.js';

/** An event as read models see it: decoded, its personal fields opened or erased. */
export interface Recorded<Event> {
  readonly event: Event;
  readonly eventId: string;
  readonly category: string;
  readonly streamId: string;
  readonly companyId: string;
  readonly revision: bigint;
  readonly recordedAt: Date;
  readonly position: Position;
  readonly metadata: EventMetadata;
}
