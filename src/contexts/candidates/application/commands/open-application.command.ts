import { Command } from '@nestjs/cqrs';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { NewApplication } from '../../domain/candidate/open-application.js';

/** Ids may be `external:<the caller’s own id>`. */
export class OpenApplication extends Command<Outcome<Receipt & { readonly applicationId: string }>> {
  constructor(
    readonly candidateId: string,
    readonly application: Omit<NewApplication, 'applicationId'>,
    readonly cause: Cause,
  ) {
    super();
  }
}
