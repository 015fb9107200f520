import { accept, refuse } from '#kernel/decision.js';
import type { ChannelSwitched } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R90, R92: the subsidiary sends as its parent does again; its own address stays as a draft. */
export function inheritChannel({ activeChannel, subsidiaryId }: Mailbox) {
  if (subsidiaryId === undefined) return refuse('nothing-to-inherit-from');
  if (activeChannel === 'smtp') return refuse('switch-to-service-first', { facts: { activeChannel } });
  if (activeChannel === 'inherited') return accept<ChannelSwitched>();
  return accept<ChannelSwitched>({ type: 'ChannelSwitched', data: { from: activeChannel, to: 'inherited' } });
}
