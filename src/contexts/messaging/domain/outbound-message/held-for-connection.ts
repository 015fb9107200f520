import type { OutboundMessage } from './outbound-message.js';

/** What a message would leave over right now. */
export interface WayOut {
  readonly channel: 'service' | 'smtp';
  readonly needsAttention: boolean;
  /** What was said of waiting mail when the mailbox was switched to the service; absent where it never was. */
  readonly waitingMail?: 'keep' | 'send-by-service';
}

/** Why mail waits for a connection. */
export const waitsForRepair = 'connection-needs-attention';
export const waitsForItsChannel = 'channel-switched';

/**
 * Decision "No silent fallback": mail of a connection that needs attention waits. So does mail that could not leave over a connection which was
 * then switched off with `keep`.
 */
export function holdsBack(message: OutboundMessage, { channel, needsAttention, waitingMail }: WayOut) {
  if (needsAttention) return waitsForRepair;
  const waitedForIt = message.state === 'deferred' && message.channel === 'smtp';
  return waitedForIt && channel === 'service' && waitingMail === 'keep' ? waitsForItsChannel : undefined;
}
