import type { EventFilter, StoredEvent } from './event-store.port.js';
import { partsOfStream } from './stream-name.js';

/** Whether a reader with this filter wants the event. */
export function matchesFilter({ type, stream }: Pick<StoredEvent, 'type' | 'stream'>, { types, categories }: EventFilter): boolean {
  if (types === undefined && categories === undefined) return true;
  const category = partsOfStream(stream)?.category;
  return types?.includes(type) === true || (category !== undefined && categories?.includes(category) === true);
}
