import { parseAddressHeader } from 'mailparser';
import type { Person } from '#contexts/messaging/domain/inbound-message/events.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';

/** Everybody with an address in these values of an address field; groups are their members. */
export function personsIn(values: readonly string[]): readonly Person[] {
  const { value } = parseAddressHeader([...values], { flatten: true });
  return value.slice(0, bounds.persons).flatMap(({ address, name }): Person[] => {
    if (address === undefined || address === '') return [];
    const shown = name.trim().slice(0, 200);
    return [shown === '' ? { address: address.slice(0, 320) } : { address: address.slice(0, 320), name: shown }];
  });
}
