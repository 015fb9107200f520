import { accept } from '#kernel/decision.js';
import type { MessageDeliveryUncertain } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** The reason of what became uncertain by a restore alone; a person may speak of all of them at once. */
export const restoredFromBackup = 'restored-from-backup';

/**
 * A restored log does not know what left after its backup, so whatever has no end in it may have left: held mail too, because it may have been released
 * since. What ended, or waits for a person's word already, stays as it is.
 */
export function doubtAfterRestore(message: OutboundMessage) {
  switch (message.state) {
    case 'queued':
    case 'deferred':
    case 'attempting':
    case 'held':
      return accept<MessageDeliveryUncertain>({ type: 'MessageDeliveryUncertain', data: { reason: restoredFromBackup } });
    default:
      return accept<MessageDeliveryUncertain>();
  }
}
