import { accept } from '#kernel/decision.js';
import type { ChannelSwitched } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R39, R55: always allowed; the connection's settings stay, inactive. For a subsidiary it is the service chosen for its own (R91). */
export function switchToService({ activeChannel }: Mailbox, waitingMail: 'keep' | 'send-by-service') {
  if (activeChannel === 'service') return accept<ChannelSwitched>();
  return accept<ChannelSwitched>({ type: 'ChannelSwitched', data: { from: activeChannel, to: 'service', waitingMail } });
}
