import type { EffectiveSettings } from '../../../mailbox/public/index.js';
import type { WayOut } from '../../domain/outbound-message/held-for-connection.js';

/** What a mailbox's settings mean for mail that is to leave. */
export function wayOutOf({ channel, needsAttention, waitingMail }: EffectiveSettings): WayOut {
  const { mailboxId } = channel.supplied;
  return { channel: channel.value, mailboxId, needsAttention: needsAttention !== undefined, waitingMail };
}
