import { randomBytes } from 'node:crypto';
import { jsonEvent, NO_STREAM, type ResolvedEvent } from '@eventstore/db-client';
import { v4 } from 'uuid';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import type { Connection } from './connection.js';
import { LogPositions } from './log-positions.js';
import { readPage } from './read-page.js';
import { meaningOf } from './server-errors.js';
import type { Bounds } from './within.js';

const type = 'poststelle.store-created';

/** The id that this server's log has for the service, made by whoever comes first and never changed, and where it stands: before every event of the service. */
export async function makeIdentity(connection: Connection): Promise<LogPositions> {
  const found = await findIdentity(connection);
  if (found !== undefined) return found;
  await create(connection, `kurrent-${randomBytes(8).toString('hex')}`);
  // Read back, because another process may have been faster.
  const made = await findIdentity(connection);
  if (made === undefined) throw new Error('The identity of the event store was written and is not there.');
  return made;
}

async function create(connection: Connection, id: string): Promise<void> {
  const event = jsonEvent({ id: v4(), type, data: { id } });
  try {
    await connection.call(() => connection.client.appendToStream(connection.names.identityStream, event, { expectedRevision: NO_STREAM }));
  } catch (error) {
    if (meaningOf(error).kind !== 'conflict') throw error;
  }
}

/** `undefined` where the service has never used this server. */
export async function findIdentity(connection: Connection): Promise<LogPositions | undefined> {
  try {
    const read = (bounds: Bounds) => readPage(() => connection.client.readStream(connection.names.identityStream, { maxCount: 1 }), bounds);
    const [first] = await connection.read(read);
    return identityIn(first?.event);
  } catch (error) {
    if (meaningOf(error).kind === 'no-such-stream') return undefined;
    throw error;
  }
}

function identityIn(event: ResolvedEvent['event']): LogPositions {
  const data: unknown = event?.data;
  const id = typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : '';
  if (event?.position !== undefined && /^kurrent-[0-9a-f]{16}$/.test(id)) return new LogPositions(id, event.position);
  throw new CannotStart(
    `The stream ${event?.streamId ?? ''} in the event store does not hold what this service writes there: another program uses it.`,
  );
}
