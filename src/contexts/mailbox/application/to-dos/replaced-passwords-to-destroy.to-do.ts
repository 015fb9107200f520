import { ignore, type Task, type ToDo } from '#platform/to-dos/to-do.js';
import type { MailboxEvent } from '../../domain/recruiting-mailbox/events.js';
import { nothingOwedAfter } from './nothing-owed-after.js';

const ofAddresses = () => ignore('passwords stay');

/** Passwords that the mailbox used once and no longer knows. */
export function replacedPasswordsToDestroy(destroy: (task: Task) => Promise<void>): ToDo<MailboxEvent> {
  return {
    name: 'replaced_passwords_to_destroy',
    version: 1,
    on: {
      ...nothingOwedAfter,
      IndividualAddressSet: ofAddresses,
      IndividualAddressCleared: ofAddresses,
      ChannelSwitched: () => ignore('the password of an inactive connection is kept for its return (R39)'),
      SmtpConnectionEstablished: ({ recordedAt }) => ({ due: recordedAt }),
      PasswordRenewed: ({ recordedAt }) => ({ due: recordedAt }),
      ChannelDisconnected: ({ recordedAt }) => ({ due: recordedAt }),
    },
    work: async (task) => {
      await destroy(task);
      return 'done';
    },
  };
}
