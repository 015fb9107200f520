import { accept, allow, refuse } from '#kernel/decision.js';
import type { ConnectionRestored } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';
import { isVersion } from './smtp-connection-state.js';

/** What a check of the active connection reaches for. */
export function mayCheckConnection({ activeChannel, smtp, individualAddress }: Mailbox) {
  if (activeChannel !== 'smtp' || smtp === undefined || individualAddress === undefined) return refuse('smtp-not-active');
  return allow({ smtp, sender: individualAddress });
}

/** The server takes login and sender: what needed attention works again. */
export function restoreConnection(mailbox: Mailbox, version: string, by: ConnectionRestored['data']['by']) {
  const { activeChannel, smtp } = mailbox;
  const repaired = activeChannel === 'smtp' && isVersion(smtp, version) && smtp.impaired !== undefined;
  return repaired ? accept<ConnectionRestored>({ type: 'ConnectionRestored', data: { by } }) : accept<ConnectionRestored>();
}
