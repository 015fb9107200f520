import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { registerCompany } from '../../domain/company/register-company.js';
import { Companies } from '../ports/companies.port.js';
import { CompanyMailbox } from '../ports/company-mailbox.port.js';
import { RegisterCompany } from './register-company.command.js';

@CommandHandler(RegisterCompany)
export class RegisterCompanyHandler implements ICommandHandler<RegisterCompany> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(CompanyMailbox) private readonly mailbox: CompanyMailbox,
  ) {}

  async execute({ company, cause }: RegisterCompany) {
    const decided = registerCompany(company);
    if (!decided.ok) return decided;

    const companyId = companyIdOf(company.slug);
    const own = { ...cause, companyId };
    const begun = await this.companies.begin(companyId, own, decided.value);
    if (!begun.ok) return begun.refusal.reason === 'exists-already' ? refuse('slug-taken', { field: 'slug' }) : begun;

    // R8: at once. What a crash cuts off here, the repeat of the command or `mailboxes_to_provision` finishes.
    await this.mailbox.provide(company.slug, unconditionally(own));
    return allow({ ...begun.value, companyId });
  }
}
