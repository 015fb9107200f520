import { ignore, type Task, type ToDo } from '#platform/to-dos/to-do.js';
import type { MailboxEvent } from '../../../mailbox/public/index.js';

const noRepair = () => ignore('no mail waits for it');

/** Mail that was held until its connection is repaired, active again, or left for the service. */
export function heldMailToRelease(release: (task: Task) => Promise<void>): ToDo<MailboxEvent> {
  return {
    name: 'held_mail_to_release',
    version: 1,
    on: {
      ConnectionRestored: ({ recordedAt }) => ({ due: recordedAt }),
      ChannelSwitched: ({ recordedAt }) => ({ due: recordedAt }),
      WaitingMailDecided: ({ recordedAt }) => ({ due: recordedAt }),
      MailboxProvisioned: noRepair,
      SenderNameChosen: noRepair,
      IndividualAddressSet: noRepair,
      IndividualAddressCleared: noRepair,
      SmtpConnectionEstablished: () => ignore('the switch that comes with it says that it is active'),
      PasswordRenewed: () => ignore('the restoration that comes with it says that it works'),
      ChannelDisconnected: noRepair,
      ConnectionTested: noRepair,
      ConnectionImpaired: noRepair,
      ConnectionProven: noRepair,
      RedirectTestStarted: noRepair,
      RedirectTestNotSent: noRepair,
      RedirectConfirmed: noRepair,
    },
    work: async (task) => {
      await release(task);
      return 'done';
    },
  };
}
