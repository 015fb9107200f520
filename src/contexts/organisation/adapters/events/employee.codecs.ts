import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/employee/events.js';

export const employeeCodecs: Codecs<Fact.EmployeeEvent> = {
  EmployeeRegistered: codec(
    'employee.registered',
    storedFields<Fact.EmployeeRegistered['data']>({ keyId: true, name: true, addresses: true, externalId: true }),
  ),
  EmployeeChanged: codec('employee.changed', storedFields<Fact.EmployeeChanged['data']>({ name: true, addresses: true })),
  EmployeeLeft: codec('employee.left', storedFields<Fact.EmployeeLeft['data']>({})),
};
