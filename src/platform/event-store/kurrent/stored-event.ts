import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { StoredEvent } from '../event-store.port.js';
import type { LogPosition, LogPositions } from './log-positions.js';
import type { ServerNames } from './server-names.js';

/** Whatever the client reads. */
export type Resolved = AllStreamResolvedEvent | ResolvedEvent;

/** An event of the service; `undefined` for the server's own events and for what other programs keep in the same server. */
export function storedEvent({ event }: Resolved, positions: LogPositions, names: ServerNames): StoredEvent | undefined {
  if (event?.position === undefined) return undefined;
  const stream = names.ofService(event.streamId);
  if (stream === undefined) return undefined;
  return {
    stream,
    revision: event.revision,
    id: event.id,
    type: event.type,
    data: textOf(event.data),
    metadata: textOf(event.metadata),
    position: positions.at(event.position),
    recordedAt: event.created,
  };
}

/** Where something was looked at, whatever it was. */
export function placeOf({ event, link }: Resolved): LogPosition | undefined {
  return event?.position ?? link?.position;
}

/** The client gives JSON parsed, and octets where it was none: poison, which the decoder of the house finds out. */
function textOf(content: unknown): string {
  if (content instanceof Uint8Array) return Buffer.from(content).toString('utf8');
  if (content === undefined) return '';
  return typeof content === 'string' ? content : JSON.stringify(content);
}
