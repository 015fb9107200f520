import { allow } from '#kernel/decision.js';
import { Personal } from '#kernel/personal.js';
import { addressesOf, nameOf } from './details.js';
import type { EmployeeRegistered } from './events.js';

export interface NewEmployee {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly externalId?: string;
}

/** R15: a sender name `employee` needs the people who write, and so does the rung "forwarded by an employee". */
export function registerEmployee(keyId: string, wanted: NewEmployee) {
  const name = nameOf(wanted.name);
  if (!name.ok) return name;
  const addresses = addressesOf(wanted.addresses);
  if (!addresses.ok) return addresses;
  return allow<EmployeeRegistered>({
    type: 'EmployeeRegistered',
    data: {
      keyId,
      name: Personal.under(keyId, name.value),
      addresses: Personal.under(keyId, addresses.value),
      ...(wanted.externalId === undefined ? {} : { externalId: Personal.under(keyId, wanted.externalId) }),
    },
  });
}
