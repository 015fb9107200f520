import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewCompany } from '../../domain/company/register-company.js';

export class RegisterCompany extends Command<Outcome<Receipt & { readonly companyId: string }>> {
  constructor(
    readonly company: NewCompany,
    readonly cause: Cause,
  ) {
    super();
  }
}
