import type { OutboundMessage } from './outbound-message.js';
import { waitsForItsChannel, waitsForRepair } from './reasons-to-wait.js';

/** What a message would leave over right now, and what was said of mail that waited when mailboxes were switched to the service. */
export interface WayOut {
  readonly channel: 'service' | 'smtp';
  /** Whose channel it is. */
  readonly mailboxId: string;
  /** Whose mail it is: the subsidiary's mailbox, also where it inherits. */
  readonly ownMailboxId: string;
  readonly needsAttention: boolean;
  /** By the mailbox that said it; empty where nothing was ever switched off. */
  readonly waitingMail: ReadonlyMap<string, 'keep' | 'send-by-service'>;
}

/**
 * Decision "No silent fallback": mail of a connection that needs attention waits. So does mail that was written for a connection which was
 * then switched off with `keep`, tried or not.
 */
export function holdsBack(message: OutboundMessage, way: WayOut) {
  if (way.needsAttention) return waitsForRepair;
  return wordAbout(message, way) === 'keep' ? waitsForItsChannel : undefined;
}

/** What was said of this message when its connection was switched off; `undefined` where it waits for none, or for one that is active. */
export function wordAbout({ waitsFor }: OutboundMessage, { channel, mailboxId, ownMailboxId, waitingMail }: WayOut) {
  if (waitsFor === undefined || (channel === 'smtp' && mailboxId === waitsFor)) return undefined;
  // Where the channel is still that mailbox's, it is the one that was switched; otherwise whose mail it is has gone another way.
  return waitingMail.get(mailboxId === waitsFor ? waitsFor : ownMailboxId);
}
