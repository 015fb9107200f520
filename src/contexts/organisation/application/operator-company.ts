import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { serviceCause } from '#platform/event-store/cause.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import type { CompanyRegistered } from '../domain/company/events.js';
import { operatorSlug } from '../public/organisation.js';
import { Companies } from './ports/companies.port.js';

const operator: CompanyRegistered = {
  type: 'CompanyRegistered',
  data: { slug: operatorSlug, name: 'Operator', languages: ['en'], timeZone: 'UTC' },
};

/** RFC 2142: mail to postmaster@ and abuse@ belongs to a company of its own, made at the first start, before anything listens. */
@Injectable()
export class OperatorCompany implements OnModuleInit {
  constructor(@Inject(Companies) private readonly companies: Companies) {}

  /** The same command at every start, so that every start but the first changes nothing. */
  async onModuleInit(): Promise<void> {
    const companyId = companyIdOf(operatorSlug);
    const begun = await this.companies.begin(companyId, serviceCause(companyId, 'operator-company', 'first-start'), operator);
    if (!begun.ok) throw new Error(`The operator's company was not made: ${begun.refusal.reason}.`);
  }
}
