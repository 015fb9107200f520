import type { StreamingRead } from '@eventstore/db-client';
import type { Bounds } from './within.js';

/**
 * All that one read gives. A read that is left before its end keeps its place on the connection, and the hundredth would hang for ever:
 * it is drained, or cancelled.
 */
export async function readPage<Event>(open: () => StreamingRead<Event>, { over, goesOn }: Bounds): Promise<readonly Event[]> {
  const read = open();
  const events: Event[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const leave = () => {
    reject(new Error('The read was left.'));
  };
  over.addEventListener('abort', leave);
  read.on('error', reject);
  read.on('data', (event: Event) => {
    events.push(event);
    goesOn();
  });
  read.on('end', () => {
    resolve(undefined);
  });
  try {
    await promise;
    return events;
  } catch (error) {
    cancel(read);
    throw error;
  } finally {
    over.removeEventListener('abort', leave);
  }
}

/** Nobody waits for it: where there is no connection yet it would not answer. */
function cancel(read: StreamingRead<unknown>): void {
  read.cancel().catch(() => undefined);
}
