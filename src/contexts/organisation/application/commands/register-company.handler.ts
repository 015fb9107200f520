import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { CompanyRegistered } from '../../domain/company/events.js';
import { registerCompany } from '../../domain/company/register-company.js';
import { ownerOfNames } from '../company-called.js';
import { CompanyNames } from '../company-names.js';
import { Companies } from '../ports/companies.port.js';
import { CompanyMailbox } from '../ports/company-mailbox.port.js';
import { RegisterCompany } from './register-company.command.js';

@CommandHandler(RegisterCompany)
export class RegisterCompanyHandler implements ICommandHandler<RegisterCompany> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(CompanyMailbox) private readonly mailbox: CompanyMailbox,
    private readonly names: CompanyNames,
  ) {}

  async execute({ company, cause }: RegisterCompany) {
    const decided = registerCompany(company);
    if (!decided.ok) return decided;

    const companyId = companyIdOf(company.slug);
    // Under the same key another slug would be another company, so that the key is remembered outside of both.
    const own = { ...cause, companyId, ...(cause.keyOf === undefined ? {} : { keyOf: ownerOfNames }) };
    const begun = (await this.companies.begunBefore(companyId, own)) ?? (await this.begin(companyId, decided.value, own));
    if (!begun.ok) return begun.refusal.reason === 'exists-already' ? refuse('slug-taken', { field: 'slug' }) : begun;

    // R8: at once. What a crash cuts off here, the repeat of the command or `mailboxes_to_provision` finishes.
    await this.mailbox.provide(company.slug, unconditionally(own));
    return allow({ ...begun.value, companyId });
  }

  /** Claim, then event: what fails in between is released here, or by `company_claims_to_settle` where a crash was faster. */
  private async begin(companyId: string, registered: CompanyRegistered, cause: Cause) {
    const { externalId } = registered.data;
    const claimed = await this.names.claim(companyId, externalId, cause);
    if (!claimed.ok) return claimed;
    const begun = await this.companies.begin(companyId, cause, registered);
    if (!begun.ok) await this.names.release(externalId, cause);
    return begun;
  }
}
