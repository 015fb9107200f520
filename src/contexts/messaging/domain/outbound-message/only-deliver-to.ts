import { normalAddress } from '#kernel/email-address.js';

/** Whether the operator's list of addresses and @domains lets mail to this address leave; without a list everything may. */
export function mayLeaveTo(address: string, onlyDeliverTo: readonly string[] | undefined): boolean {
  if (onlyDeliverTo === undefined) return true;
  const normal = normalAddress(address);
  const domain = normal.slice(normal.lastIndexOf('@'));
  return onlyDeliverTo.some((allowed) => [normal, domain].includes(normalAddress(allowed)));
}
