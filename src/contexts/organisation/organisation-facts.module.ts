import { Module } from '@nestjs/common';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { Projections } from '#platform/projections/projection.js';
import { companyCodecs } from './adapters/events/company.codecs.js';
import { companyClaimCodecs } from './adapters/events/company-claim.codecs.js';
import { employeeCodecs } from './adapters/events/employee.codecs.js';
import { CompanyNames } from './application/company-names.js';
import { OrganisationFromStreams } from './application/organisation-from-streams.js';
import { Companies } from './application/ports/companies.port.js';
import { CompanyClaims } from './application/ports/company-claims.port.js';
import { Employees } from './application/ports/employees.port.js';
import { EmployeeAddressRows } from './application/ports/read-models.port.js';
import { employeeAddresses } from './application/projections/employee-addresses.projection.js';
import { company } from './domain/company/company.js';
import { companyClaim } from './domain/company-claim/company-claim.js';
import { employee } from './domain/employee/employee.js';
import { Organisation } from './public/organisation.js';

const streams = [
  { provide: Companies, inject: [StreamsFactory], useFactory: (factory: StreamsFactory): Companies => factory.of(company, companyCodecs) },
  {
    provide: CompanyClaims,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): CompanyClaims => factory.of(companyClaim, companyClaimCodecs),
  },
  {
    provide: Employees,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): Employees => factory.of(employee, employeeCodecs),
  },
];

/** Who works here, for contexts that the organisation itself stands on: it asks nobody. */
@Module({
  providers: [
    ...streams,
    {
      provide: EmployeeAddressRows,
      inject: [Projections, DataKeys],
      useFactory: (all: Projections, keys: DataKeys): EmployeeAddressRows => all.register(employeeAddresses(keys)),
    },
    { provide: Organisation, useClass: OrganisationFromStreams },
    CompanyNames,
  ],
  exports: [Organisation, Companies, CompanyClaims, Employees, EmployeeAddressRows, CompanyNames],
})
export class OrganisationFactsModule {}
