import { ignore, type Task, type ToDo } from '#platform/to-dos/to-do.js';
import type { MailboxEvent } from '../../domain/recruiting-mailbox/events.js';
import { nothingOwedAfter } from './nothing-owed-after.js';

const unusedAfterMs = 90 * 24 * 3_600_000;
const ofAddresses = () => ignore('the connection stays');

/** A password that nobody uses is a risk for nothing: 90 days after its connection was left it is destroyed, with an event. */
export function unusedConnectionsToDisconnect(disconnect: (task: Task) => Promise<void>): ToDo<MailboxEvent> {
  return {
    name: 'unused_connections_to_disconnect',
    version: 1,
    on: {
      ...nothingOwedAfter,
      IndividualAddressSet: ofAddresses,
      IndividualAddressCleared: ofAddresses,
      SmtpConnectionEstablished: () => ignore('the switch that comes with it says that it is used'),
      ChannelSwitched: ({ event, recordedAt }) => {
        if (event.data.to === 'smtp') return 'done';
        return event.data.from === 'smtp'
          ? { due: new Date(recordedAt.getTime() + unusedAfterMs) }
          : ignore('the connection was unused before');
      },
      PasswordRenewed: () => ignore('only an active connection is renewed'),
      ChannelDisconnected: () => 'done',
    },
    work: async (task) => {
      await disconnect(task);
      return 'done';
    },
  };
}
