import { isAddress } from '#kernel/email-address.js';
import type { InboundMessage } from './inbound-message.js';

/** The one address of the header From; several or none identify nobody, and an erased one nobody any more. */
export function senderOf({ classified }: Pick<InboundMessage, 'classified'>): string | undefined {
  return classified?.from.read({
    known: ([only, another]) => (another === undefined && only !== undefined && isAddress(only.address) ? only.address : undefined),
    erased: () => undefined,
  });
}
