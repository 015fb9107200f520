import type { Clock } from '#kernel/clock.js';
import type { EventStore } from '../event-store/event-store.port.js';
import type { ReadModels } from '../sql/read-models.js';
import type { Feed } from './feed.js';
import type { Pace } from './pace.js';
import type { CachingDecoder } from './caching-decoder.js';

/** What all projections of a service run on. */
export interface Engine {
  readonly database: ReadModels;
  readonly store: EventStore;
  readonly feed: Feed;
  readonly decoder: CachingDecoder;
  readonly clock: Clock;
  readonly pace: Pace;
}
