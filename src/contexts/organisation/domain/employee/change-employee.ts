import { accept, refuse } from '#kernel/decision.js';
import { Personal } from '#kernel/personal.js';
import { addressesOf, nameOf } from './details.js';
import type { Employee } from './employee.js';
import type { EmployeeChanged } from './events.js';

export interface EmployeeChange {
  readonly name?: string;
  readonly addresses?: readonly string[];
}

/** Records what became different, nothing where all stays as it was. */
export function changeEmployee(employee: Employee, change: EmployeeChange) {
  if (employee.left) return refuse('employee-left');
  const name = change.name === undefined ? undefined : nameOf(change.name);
  if (name?.ok === false) return name;
  const addresses = change.addresses === undefined ? undefined : addressesOf(change.addresses);
  if (addresses?.ok === false) return addresses;

  const data = {
    ...(name === undefined || isName(employee, name.value) ? {} : { name: Personal.under(employee.keyId, name.value) }),
    ...(addresses === undefined || areAddresses(employee, addresses.value)
      ? {}
      : { addresses: Personal.under(employee.keyId, addresses.value) }),
  };
  return Object.keys(data).length === 0 ? accept<EmployeeChanged>() : accept<EmployeeChanged>({ type: 'EmployeeChanged', data });
}

function isName(employee: Employee, name: string): boolean {
  return employee.name.read({ known: (known) => known === name, erased: () => false });
}

function areAddresses(employee: Employee, addresses: readonly string[]): boolean {
  return employee.addresses.read({
    known: (known) => known.length === addresses.length && known.every((address, index) => address === addresses[index]),
    erased: () => false,
  });
}
