import { Inject, Module } from '@nestjs/common';
import { Refusals } from '#platform/http/refusals.js';
import { Projections } from '#platform/projections/projection.js';
import { MailboxModule } from '../mailbox/public/index.js';
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
import { MailboxProvisioner } from './application/mailbox-provisioner.js';
import { OperatorCompany } from './application/operator-company.js';
import { CompanyMailbox } from './application/ports/company-mailbox.port.js';
import { EmployeeRows, SubsidiaryRows } from './application/ports/read-models.port.js';
import { employees } from './application/projections/employees.projection.js';
import { subsidiaries } from './application/projections/subsidiaries.projection.js';
import { ListEmployeesHandler } from './application/queries/list-employees.handler.js';
import { ListSubsidiariesHandler } from './application/queries/list-subsidiaries.handler.js';
import { ReadCompanyHandler } from './application/queries/read-company.handler.js';
import { ReadEmployeeHandler } from './application/queries/read-employee.handler.js';
import { OrganisationFactsModule } from './organisation-facts.module.js';

const readModels = [
  { provide: SubsidiaryRows, inject: [Projections], useFactory: (all: Projections): SubsidiaryRows => all.register(subsidiaries) },
  { provide: EmployeeRows, inject: [Projections], useFactory: (all: Projections): EmployeeRows => all.register(employees) },
];

/** Who works here. */
@Module({
  imports: [OrganisationFactsModule, MailboxModule],
  controllers: [CompaniesController, SubsidiariesController, EmployeesController],
  providers: [
    ...readModels,
    { provide: CompanyMailbox, useClass: ProvisionedCompanyMailbox },
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
  exports: [OrganisationFactsModule],
})
export class OrganisationModule {
  constructor(@Inject(Refusals) refusals: Refusals) {
    refusals.register(organisationRefusals);
  }
}
