import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { employeeCodecs } from './employee.codecs.js';

const keyId = 'employee-4be1c3d0-08f1-5c5e-bb0e-8b6f5a0f7c21';

goldenCodecs('employee', employeeCodecs, {
  EmployeeRegistered: {
    keyId,
    name: Personal.under(keyId, 'Erika Muster'),
    addresses: Personal.under(keyId, ['erika@acme.example']),
    externalId: Personal.under(keyId, 'employee-12'),
  },
  EmployeeChanged: { name: Personal.under(keyId, 'Erika Beispiel'), addresses: Personal.under(keyId, []) },
  EmployeeLeft: {},
});
