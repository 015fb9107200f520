import { Inject, Module } from '@nestjs/common';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { Refusals } from '#platform/http/refusals.js';
import { Projections } from '#platform/projections/projection.js';
import { MailboxModule } from '../mailbox/public/index.js';
import { companyCodecs } from './adapters/events/company.codecs.js';
import { companyClaimCodecs } from './adapters/events/company-claim.codecs.js';
import { employeeCodecs } from './adapters/events/employee.codecs.js';
import { CompaniesController } from './adapters/http/companies.controller.js';
import { EmployeesController } from './adapters/http/employees.controller.js';
import { organisationRefusals } from './adapters/http/organisation.refusals.js';
import { SubsidiariesController } from './adapters/http/subsidiaries.controller.js';
import { ProvisionedCompanyMailbox } from './adapters/mailbox/provisioned-company-mailbox.js';
import { ChangeEmployeeHandler } from './application/commands/change-employee.handler.js';
import { CloseSubsidiaryHandler } from './application/commands/close-subsidiary.handler.js';
import { RecordLeavingHandler } from './application/commands/record-leaving.handler.js';
import { RegisterCompanyHandler } from './application/commands/register-company.handler.js';
import { RegisterEmployeeHandler } from './application/commands/register-employee.handler.js';
import { RegisterSubsidiaryHandler } from './application/commands/register-subsidiary.handler.js';
import { RenameSubsidiaryHandler } from './application/commands/rename-subsidiary.handler.js';
import { CompanyClaimSettler } from './application/company-claim-settler.js';
import { CompanyNames } from './application/company-names.js';
import { MailboxProvisioner } from './application/mailbox-provisioner.js';
import { OperatorCompany } from './application/operator-company.js';
import { OrganisationFromStreams } from './application/organisation-from-streams.js';
import { Companies } from './application/ports/companies.port.js';
import { CompanyClaims } from './application/ports/company-claims.port.js';
import { CompanyMailbox } from './application/ports/company-mailbox.port.js';
import { Employees } from './application/ports/employees.port.js';
import { EmployeeAddressRows, EmployeeRows, SubsidiaryRows } from './application/ports/read-models.port.js';
import { employeeAddresses } from './application/projections/employee-addresses.projection.js';
import { employees } from './application/projections/employees.projection.js';
import { subsidiaries } from './application/projections/subsidiaries.projection.js';
import { ListEmployeesHandler } from './application/queries/list-employees.handler.js';
import { ListSubsidiariesHandler } from './application/queries/list-subsidiaries.handler.js';
import { ReadCompanyHandler } from './application/queries/read-company.handler.js';
import { ReadEmployeeHandler } from './application/queries/read-employee.handler.js';
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

const readModels = [
  { provide: SubsidiaryRows, inject: [Projections], useFactory: (all: Projections): SubsidiaryRows => all.register(subsidiaries) },
  { provide: EmployeeRows, inject: [Projections], useFactory: (all: Projections): EmployeeRows => all.register(employees) },
  {
    provide: EmployeeAddressRows,
    inject: [Projections, DataKeys],
    useFactory: (all: Projections, keys: DataKeys): EmployeeAddressRows => all.register(employeeAddresses(keys)),
  },
];

@Module({
  imports: [MailboxModule],
  controllers: [CompaniesController, SubsidiariesController, EmployeesController],
  providers: [
    ...streams,
    ...readModels,
    { provide: CompanyMailbox, useClass: ProvisionedCompanyMailbox },
    { provide: Organisation, useClass: OrganisationFromStreams },
    CompanyNames,
    CompanyClaimSettler,
    MailboxProvisioner,
    OperatorCompany,
    RegisterCompanyHandler,
    RegisterSubsidiaryHandler,
    RenameSubsidiaryHandler,
    CloseSubsidiaryHandler,
    RegisterEmployeeHandler,
    ChangeEmployeeHandler,
    RecordLeavingHandler,
    ReadCompanyHandler,
    ListSubsidiariesHandler,
    ReadEmployeeHandler,
    ListEmployeesHandler,
  ],
  exports: [Organisation],
})
export class OrganisationModule {
  constructor(@Inject(Refusals) refusals: Refusals) {
    refusals.register(organisationRefusals);
  }
}
