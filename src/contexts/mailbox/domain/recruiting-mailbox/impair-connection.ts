import { accept } from '#kernel/decision.js';
import type { ConnectionImpaired, ConnectionProven } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';
import { isVersion } from './smtp-connection-state.js';

/** Decision "No silent fallback": only of the connection that failed, and once; one that was changed meanwhile is asked anew. */
export function impairConnection({ activeChannel, smtp }: Mailbox, version: string, impaired: ConnectionImpaired['data']) {
  if (activeChannel !== 'smtp' || !isVersion(smtp, version) || smtp.impaired !== undefined) return accept<ConnectionImpaired>();
  return accept<ConnectionImpaired>({ type: 'ConnectionImpaired', data: impaired });
}

/** R51: until a mail or a test has left, a connection is active and unproven. */
export function proveConnection({ activeChannel, smtp }: Mailbox, version: string, by: ConnectionProven['data']['by']) {
  if (activeChannel !== 'smtp' || !isVersion(smtp, version) || smtp.proven) return accept<ConnectionProven>();
  return accept<ConnectionProven>({ type: 'ConnectionProven', data: { by } });
}
