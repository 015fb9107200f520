import { ignore, type Task, type ToDo } from '#platform/to-dos/to-do.js';
import type { MailboxEvent } from '../../domain/recruiting-mailbox/events.js';
import { nothingOwedAfter } from './nothing-owed-after.js';

const ofPasswords = () => ignore('the address stays');

/** What a crash left between the mailbox that gave an address up and the claim to it. */
export function formerAddressesToRelease(release: (task: Task) => Promise<void>): ToDo<MailboxEvent> {
  return {
    name: 'former_addresses_to_release',
    version: 1,
    on: {
      ...nothingOwedAfter,
      IndividualAddressSet: ({ recordedAt }) => ({ due: recordedAt }),
      IndividualAddressCleared: ({ recordedAt }) => ({ due: recordedAt }),
      SmtpConnectionEstablished: ofPasswords,
      ChannelSwitched: ofPasswords,
      PasswordRenewed: ofPasswords,
      ChannelDisconnected: ofPasswords,
    },
    work: async (task) => {
      await release(task);
      return 'done';
    },
  };
}
