import { accept, refuse } from '#kernel/decision.js';
import type { ChannelSwitched, IndividualAddressCleared } from './events.js';
import { switchedBack } from './inherit-channel.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R55, R92: refused while its connection is active. A subsidiary without an address of its own uses the parent's settings again. */
export function clearIndividualAddress({ activeChannel, individualAddress, subsidiaryId, waitingMail }: Mailbox) {
  if (activeChannel === 'smtp') return refuse('switch-to-service-first', { facts: { activeChannel } });
  if (individualAddress === undefined) return accept<IndividualAddressCleared | ChannelSwitched>();
  const cleared: IndividualAddressCleared = { type: 'IndividualAddressCleared', data: { address: individualAddress } };
  if (subsidiaryId === undefined || activeChannel === 'inherited') return accept<IndividualAddressCleared | ChannelSwitched>(cleared);
  return accept<IndividualAddressCleared | ChannelSwitched>(cleared, switchedBack(activeChannel, waitingMail));
}
