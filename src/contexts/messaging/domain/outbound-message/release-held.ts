import { accept } from '#kernel/decision.js';
import type { MessageReleased } from './events.js';
import { waitsForItsChannel, waitsForRepair } from './held-for-connection.js';
import type { OutboundMessage } from './outbound-message.js';

/** What ended the waiting: the connection works or is active again, or waiting mail is sent over the service. */
export type WaitEnded =
  { readonly by: 'connection-restored'; readonly now: Date; readonly withinHours: number } | { readonly by: 'send-by-service' };

const hour = 3_600_000;

/** Decision "No silent fallback": after a repair recent mail leaves by itself; older mail waits for a person who sees its age. */
export function releaseHeld(message: OutboundMessage, mailboxId: string, ended: WaitEnded) {
  const waits = message.state === 'held' && message.mailboxId === mailboxId && isForConnection(message.reason);
  if (!waits || (ended.by === 'connection-restored' && isOld(message.heldAt, ended))) return accept<MessageReleased>();
  return accept<MessageReleased>({ type: 'MessageReleased', data: { reason: ended.by } });
}

function isForConnection(reason: string): boolean {
  return reason === waitsForRepair || reason === waitsForItsChannel;
}

function isOld(heldAt: string | undefined, { now, withinHours }: { readonly now: Date; readonly withinHours: number }): boolean {
  return heldAt === undefined || now.getTime() - new Date(heldAt).getTime() >= withinHours * hour;
}
