import { type Filter, eventTypeFilter, streamNameFilter } from '@eventstore/db-client';
import type { EventFilter } from '../event-store.port.js';
import type { LogPosition } from './log-positions.js';
import type { ServerNames } from './server-names.js';

/**
 * What the server sifts out before it sends: its own events, those of other programs, and what the reader does not want. It cannot join a
 * type and a category by *or*, nor a type and a namespace; then it sends all of ours, and the reader's own sieve does the rest.
 */
export function serverFilter({ types, categories }: EventFilter, names: ServerNames, looked: (position: LogPosition) => void): Filter {
  const checkpointReached = (_: unknown, position: LogPosition) => {
    looked(position);
  };
  if (types !== undefined && categories === undefined && names.namespace === undefined)
    return eventTypeFilter({ regex: oneOf(types), checkpointReached });
  return streamNameFilter({ regex: names.pattern(types === undefined ? categories : undefined), checkpointReached });
}

function oneOf(types: readonly string[]): string {
  return `^(?:${types.map((type) => type.replaceAll(/[^a-z0-9-]/g, String.raw`\$&`)).join('|')})$`;
}
