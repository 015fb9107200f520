import { accept } from '#kernel/decision.js';
import type { ConnectionRestored, ConnectionTested } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';
import { isVersion } from './smtp-connection-state.js';

/** R83, R87: whatever came of it is kept. A mail that left over a connection which needed attention shows that it works again. */
export function recordConnectionTest({ activeChannel, smtp }: Mailbox, tested: ConnectionTested['data'], version?: string) {
  const overThis = tested.channel === 'smtp' && activeChannel === 'smtp' && isVersion(smtp, version);
  const repaired = tested.succeeded && overThis && smtp.impaired !== undefined;
  const recorded: ConnectionTested = { type: 'ConnectionTested', data: tested };
  if (!repaired) return accept<ConnectionTested | ConnectionRestored>(recorded);
  return accept<ConnectionTested | ConnectionRestored>(recorded, { type: 'ConnectionRestored', data: { by: 'test' } });
}
