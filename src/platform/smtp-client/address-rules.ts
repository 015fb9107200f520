import ipaddr from 'ipaddr.js';

/** Networks that an operator has opened, as `address/bits`. */
export type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** Addresses that look public and lead to the inside of a cloud. */
const insideClouds: readonly Network[] = [ipaddr.parseCIDR('168.63.129.16/32')];
/** All that is routed to somebody lies here (IANA); what is not, however it is called, leads nowhere good. */
const globalIPv6 = ipaddr.parseCIDR('2000::/3');

/** `address/bits`; `undefined` where it is none. */
export function networkOf(text: string): Network | undefined {
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined;
}

/**
 * The address that `text` stands for, in every notation that a system takes for one: hexadecimal, octal, one number, IPv6 in brackets or with a
 * zone, IPv4 in IPv6. `undefined` where it is a name.
 */
export function addressIn(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : undefined;
}

/** Whether anybody on the internet may be there, and nobody of this network: no private, local, shared, reserved, documentation or multicast address. */
export function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast' || isIn(address, insideClouds)) return false;
  return address instanceof ipaddr.IPv4 || isIn(address, [globalIPv6]);
}

export function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly Network[]): boolean {
  return networks.some(([network, bits]) => address.kind() === network.kind() && address.match(network, bits));
}
