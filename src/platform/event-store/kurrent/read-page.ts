import type { StreamingRead } from '@eventstore/db-client';

/**
 * All that one read gives. A read that is left before its end keeps its place on the connection, and the hundredth would hang for ever:
 * it is drained, or cancelled.
 */
export async function readPage<Event>(open: () => StreamingRead<Event>, signal: AbortSignal): Promise<readonly Event[]> {
  const read = open();
  const events: Event[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const leave = () => {
    reject(new Error('The read was left.'));
  };
  signal.addEventListener('abort', leave);
  read.on('error', reject);
  read.on('data', (event: Event) => events.push(event));
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
    signal.removeEventListener('abort', leave);
  }
}

/** Nobody waits for it: where there is no connection yet it would not answer. */
function cancel(read: StreamingRead<unknown>): void {
  read.cancel().catch(() => undefined);
}
