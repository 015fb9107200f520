import { accept, allow, refuse } from '#kernel/decision.js';
import { isAddress, partsOf } from '#kernel/email-address.js';
import type { IndividualAddressSet } from './events.js';
import type { Mailbox } from './recruiting-mailbox.js';

/**
 * R39, R43, R55, R59: refused while a connection that shows the address is active. An address of the service's own would send every mail in a
 * circle.
 */
export function maySetIndividualAddress(mailbox: Mailbox, address: string, serviceDomains: readonly string[]) {
  if (!isAddress(address)) return refuse('address-malformed', { field: 'address' });
  if (serviceDomains.includes(partsOf(address)?.domain ?? '')) return refuse('address-is-the-services', { field: 'address' });
  if (mailbox.activeChannel === 'smtp' && mailbox.individualAddress !== address)
    return refuse('switch-to-service-first', { facts: { activeChannel: mailbox.activeChannel } });
  return allow(mailbox.individualAddress);
}

/** A draft: it shows once its channel is active. */
export function setIndividualAddress(mailbox: Mailbox, address: string, serviceDomains: readonly string[]) {
  const allowed = maySetIndividualAddress(mailbox, address, serviceDomains);
  if (!allowed.ok) return allowed;
  if (mailbox.individualAddress === address) return accept<IndividualAddressSet>();
  return accept<IndividualAddressSet>({ type: 'IndividualAddressSet', data: { address } });
}
