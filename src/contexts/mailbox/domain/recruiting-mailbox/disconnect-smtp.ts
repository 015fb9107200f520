import { accept, refuse } from '#kernel/decision.js';
import type { ChannelDisconnected } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** Forgets the settings and destroys the password. An active connection is left first (R55). */
export function disconnectSmtp({ activeChannel, smtp }: Mailbox, why: ChannelDisconnected['data']['why']) {
  if (activeChannel === 'smtp') return refuse('switch-to-service-first', { facts: { activeChannel } });
  if (smtp === undefined) return accept<ChannelDisconnected>();
  return accept<ChannelDisconnected>({ type: 'ChannelDisconnected', data: { channel: 'smtp', secretId: smtp.secretId, why } });
}
