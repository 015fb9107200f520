import { readFile } from 'node:fs/promises';
import type { EventStoreServer } from '#platform/config/event-store-server.js';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import { GuardedClient } from './guarded-client.js';

/** What a discovery may take, so that a call hears of a cluster that is gone before its own timer ends. */
const discovery = { maxDiscoverAttempts: 5, discoveryInterval: 100, gossipTimeout: 2 };

/** A dead connection is found out after the first plus the second, in milliseconds; the client warns on the console of a shorter first. */
const keepAlive = { keepAliveInterval: 10_000, keepAliveTimeout: 5_000 };

/**
 * The one client of the process. Made from parts and not from a connection string, which it would write to the debug log with the password.
 */
export async function openClient({ nodes, discover, tls, caFile, credentials }: EventStoreServer): Promise<GuardedClient> {
  const [first] = nodes;
  if (first === undefined) throw new CannotStart('POSTSTELLE_EVENT_STORE names no server.');
  const channel = { insecure: !tls, ...(caFile === undefined ? {} : { rootCertificate: await certificateIn(caFile) }) };
  const options = { ...keepAlive, connectionName: 'poststelle' };
  if (discover) return new GuardedClient({ ...options, ...discovery, discover: first }, channel, credentials);
  if (nodes.length > 1) return new GuardedClient({ ...options, ...discovery, endpoints: [...nodes] }, channel, credentials);
  return new GuardedClient({ ...options, endpoint: first }, channel, credentials);
}

async function certificateIn(caFile: string): Promise<Buffer> {
  try {
    return await readFile(caFile);
  } catch (cause) {
    throw new CannotStart(`${caFile} (POSTSTELLE_EVENT_STORE_CA_FILE) cannot be read.`, { cause });
  }
}
