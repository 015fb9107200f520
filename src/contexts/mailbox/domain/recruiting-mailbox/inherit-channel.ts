import { accept, refuse } from '#kernel/decision.js';
import type { ActiveChannel } from './channel.js';
import type { ChannelSwitched } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R90, R92: the subsidiary sends as its parent does again; its own address stays as a draft. */
export function inheritChannel({ activeChannel, subsidiaryId, waitingMail }: Mailbox) {
  if (subsidiaryId === undefined) return refuse('nothing-to-inherit-from');
  if (activeChannel === 'smtp') return refuse('switch-to-service-first', { facts: { activeChannel } });
  if (activeChannel === 'inherited') return accept<ChannelSwitched>();
  return accept<ChannelSwitched>(switchedBack(activeChannel, waitingMail));
}

/** What was said of waiting mail when the own connection was switched off goes on to hold. */
export function switchedBack(from: ActiveChannel, waitingMail: Mailbox['waitingMail']): ChannelSwitched {
  return { type: 'ChannelSwitched', data: { from, to: 'inherited', ...(waitingMail === undefined ? {} : { waitingMail }) } };
}
