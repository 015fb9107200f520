import { accept } from '#kernel/decision.js';
import type { Personal } from '#kernel/personal.js';
import type { Client, MessageReceivedAgain } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** Who it was delivered to, and by whom. */
export interface Delivery {
  readonly recipients: readonly string[];
  readonly client: Client;
}

/** A stream stays short however often somebody delivers the same mail. */
export const mostDeliveriesNoted = 10;

/**
 * S10, S11: the same mail over another path is no second message; the path is noted, at most ten of them. The same recipients from the
 * same client again are a sender that did not hear our 250, or was told 451 for another company's sake (S27): nothing new.
 */
export function receiveAgain(message: InboundMessage, delivery: Delivery, sealed: <T>(value: T) => Personal<T>) {
  if (message.deliveries.length > mostDeliveriesNoted) return accept();
  if (message.deliveries.some((known) => samePath(known, delivery))) return accept();
  const data = { recipients: sealed(delivery.recipients), client: sealed(delivery.client) };
  return accept<MessageReceivedAgain>({ type: 'MessageReceivedAgain', data });
}

function samePath(known: InboundMessage['deliveries'][number], delivery: Delivery): boolean {
  const recipients = known.recipients.read({ known: (value) => value, erased: () => [] });
  const client = known.client.read({ known: ({ address }) => address, erased: () => '' });
  return client === delivery.client.address && delivery.recipients.every((recipient) => recipients.includes(recipient));
}
