import type { EffectiveSettings } from '../../../mailbox/public/index.js';
import type { WayOut } from '../../domain/outbound-message/held-for-connection.js';

/** What settings mean for mail that is to leave; `ownMailboxId`: whose mail it is. */
export function wayOutOf({ channel, needsAttention, waitingMail }: EffectiveSettings, ownMailboxId: string): WayOut {
  const { mailboxId } = channel.supplied;
  return { channel: channel.value, mailboxId, ownMailboxId, needsAttention: needsAttention !== undefined, waitingMail };
}
