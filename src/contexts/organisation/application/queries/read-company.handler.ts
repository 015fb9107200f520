import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Companies } from '../ports/companies.port.js';
import { type CompanyView, ReadCompany } from './read-company.query.js';

@QueryHandler(ReadCompany)
export class ReadCompanyHandler implements IQueryHandler<ReadCompany> {
  constructor(@Inject(Companies) private readonly companies: Companies) {}

  async execute({ companyId }: ReadCompany) {
    const company = await this.companies.load(companyId, companyId);
    if (company === undefined) return refuse('not-found');
    const { slug, name, languages, timeZone, externalId } = company.state;
    const { revision } = company.receipt;
    return allow<CompanyView>({
      companyId,
      slug,
      name,
      languages,
      timeZone,
      revision,
      ...(externalId === undefined ? {} : { externalId }),
    });
  }
}
