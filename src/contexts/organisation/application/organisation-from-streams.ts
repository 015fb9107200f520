import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { CompanyFacts, EmployeeFacts, Organisation } from '../public/organisation.js';
import { addressDigest } from './address-digest.js';
import { CompanyNames } from './company-names.js';
import { idOf } from './named-ids.js';
import { Companies } from './ports/companies.port.js';
import { Employees } from './ports/employees.port.js';
import { EmployeeAddressRows } from './ports/read-models.port.js';

@Injectable()
export class OrganisationFromStreams implements Organisation {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(Employees) private readonly employees: Employees,
    @Inject(EmployeeAddressRows) private readonly addresses: EmployeeAddressRows,
    @Inject(DataKeys) private readonly keys: DataKeys,
    private readonly names: CompanyNames,
  ) {}

  companyId(idOrExternal: string): Promise<string | undefined> {
    return this.names.resolve(idOrExternal);
  }

  async company(companyId: string): Promise<CompanyFacts | undefined> {
    const company = await this.companies.load(companyId, companyId);
    return company && { companyId, ...company.state };
  }

  async employee(companyId: string, employeeId: string): Promise<EmployeeFacts | undefined> {
    const employee = await this.employees.load(companyId, employeeId);
    if (employee === undefined) return undefined;
    const { name, addresses, left } = employee.state;
    const known = name.read({ known: (text) => text, erased: () => undefined });
    // Without a name nobody can be written as the sender, and nothing is proven by an address: as if the person had never been here.
    if (known === undefined) return undefined;
    return { employeeId, name: known, addresses: addresses.read({ known: (texts) => texts, erased: () => [] }), left };
  }

  async employeesByAddress(companyId: string, address: string, at: Position): Promise<readonly EmployeeFacts[]> {
    await this.addresses.reached(at);
    const owners = await this.addresses.rows
      .selectFrom('employee_addresses')
      .select('employee_id')
      .where('company_id', '=', companyId)
      .where('digest', '=', await addressDigest(this.keys, companyId, address))
      .orderBy('employee_id')
      .execute();
    const facts = await Promise.all(owners.map((owner) => this.employee(companyId, owner.employee_id)));
    return facts.filter((each) => each !== undefined);
  }

  subsidiaryId(companyId: string, idOrExternal: string): Promise<string> {
    return idOf(this.keys, companyId, 'subsidiary', idOrExternal);
  }

  employeeId(companyId: string, idOrExternal: string): Promise<string> {
    return idOf(this.keys, companyId, 'employee', idOrExternal);
  }
}
