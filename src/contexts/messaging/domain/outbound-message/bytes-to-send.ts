import { sameAddress } from '#kernel/email-address.js';
import type { DeliveryAttemptStarted } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/**
 * Retries send the same bytes. A message is composed again, under the same Message-ID, only where it leaves over another channel or under
 * another address now, and no earlier attempt is uncertain: two different mails under one Message-ID would not be told apart by whoever got the
 * first.
 */
export function bytesToSend(message: OutboundMessage, channel: DeliveryAttemptStarted['data']['channel'], address: string) {
  const last = message.lastAttempt;
  if (last === undefined) return 'compose';
  const sameSender = last.from.read({ known: (from) => sameAddress(from.address, address), erased: () => true });
  return (last.channel === channel && sameSender) || message.everUncertain ? last : 'compose';
}
