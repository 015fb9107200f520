import type { DeliveryAttemptStarted } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/**
 * Retries send the same bytes. A message is composed again, under the same Message-ID, only where the channel changed and no earlier attempt
 * is uncertain: two different mails under one Message-ID would not be told apart by whoever got the first.
 */
export function bytesToSend(message: OutboundMessage, channel: DeliveryAttemptStarted['data']['channel']) {
  const last = message.lastAttempt;
  if (last === undefined) return 'compose';
  return last.channel === channel || message.everUncertain ? last : 'compose';
}
