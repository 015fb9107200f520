import { accept } from '#kernel/decision.js';
import type { MessageReleased } from './events.js';
import { holdsBack, type WayOut, wordAbout } from './held-for-connection.js';
import { waitsForItsChannel, waitsForRepair } from './reasons-to-wait.js';
import type { OutboundMessage } from './outbound-message.js';

/** How old held mail may be that leaves by itself. */
export interface Age {
  readonly now: Date;
  readonly withinHours: number;
}

const hour = 3_600_000;

/**
 * Decision "No silent fallback": mail that waited for a connection leaves where nothing holds it back any more. After a repair recent mail does so by
 * itself; older mail waits for a person who sees its age. What was to leave over the service does so whatever its age.
 */
export function releaseWaiting(message: OutboundMessage, way: WayOut, age: Age) {
  if (!isForConnection(message) || holdsBack(message, way) !== undefined) return accept<MessageReleased>();
  if (wordAbout(message, way) === 'send-by-service') return released('send-by-service');
  // Its turn comes without us, or never without a person.
  const stays = message.state === 'queued' || (message.state === 'held' && isOld(message.heldAt, age));
  return stays ? accept<MessageReleased>() : released('connection-restored');
}

function isForConnection(message: OutboundMessage): boolean {
  if (message.state === 'queued' || message.state === 'deferred') return message.waitsFor !== undefined;
  return message.state === 'held' && (message.reason === waitsForRepair || message.reason === waitsForItsChannel);
}

function released(reason: 'connection-restored' | 'send-by-service') {
  return accept<MessageReleased>({ type: 'MessageReleased', data: { reason } });
}

function isOld(heldAt: string | undefined, { now, withinHours }: Age): boolean {
  return heldAt === undefined || now.getTime() - new Date(heldAt).getTime() >= withinHours * hour;
}
