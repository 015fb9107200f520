import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewSubsidiary } from '../../domain/company/register-subsidiary.js';

export class RegisterSubsidiary extends Command<Outcome<Receipt & { readonly subsidiaryId: string }>> {
  constructor(
    readonly subsidiary: Omit<NewSubsidiary, 'subsidiaryId'>,
    readonly cause: Cause,
  ) {
    super();
  }
}
