import { accept, refuse } from '#kernel/decision.js';
import type { ChannelSwitched, WaitingMailDecided } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/**
 * R39, R55: always allowed for a company; the connection's settings stay, inactive. For a subsidiary it is the service chosen for its own (R91), and
 * needs an address of its own: without one its company's settings apply (R92). Said once more it may say something else of the mail that still waits.
 */
export function switchToService(mailbox: Mailbox, waitingMail?: 'keep' | 'send-by-service') {
  const { activeChannel, subsidiaryId, individualAddress } = mailbox;
  if (subsidiaryId !== undefined && individualAddress === undefined)
    return refuse('individual-address-missing', { field: 'individualAddress' });
  if (activeChannel === 'service') return decideWaitingMail(mailbox, waitingMail);
  return accept<ChannelSwitched | WaitingMailDecided>({
    type: 'ChannelSwitched',
    data: { from: activeChannel, to: 'service', waitingMail: waitingMail ?? 'keep' },
  });
}

function decideWaitingMail({ waitingMail: before }: Mailbox, waitingMail: 'keep' | 'send-by-service' | undefined) {
  if (before === undefined || waitingMail === undefined || waitingMail === before) return accept<ChannelSwitched | WaitingMailDecided>();
  return accept<ChannelSwitched | WaitingMailDecided>({ type: 'WaitingMailDecided', data: { waitingMail } });
}
