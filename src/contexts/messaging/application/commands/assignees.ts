import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { allow, refuse } from '#kernel/decision.js';
import { Config } from '#platform/config/config.js';
import { Candidates } from '../../../candidates/public/candidates.js';
import type { SubsidiaryFound } from '../../domain/inbound-message/events.js';
import { addressOwner } from '../../domain/inbound-message/routing/address-owner.js';
import { chosenApplication } from '../../domain/inbound-message/routing/chosen-application.js';

/** Who a person says the message is for; ids, or the caller's own as `external:<externalId>`. */
export interface AssigneeNamed {
  readonly candidateId: string;
  readonly applicationId?: string;
}

/** Finds who was named, in the candidate's own stream. */
@Injectable()
export class Assignees {
  constructor(
    @Inject(Candidates) private readonly candidates: Candidates,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Among whom a token limited to `subsidiaries` sees. Without an application named it is the only open one, if there is just one; its subsidiary becomes the message's. */
  async find(companyId: string, named: AssigneeNamed, subsidiaries: readonly string[] | undefined) {
    const candidateId = await this.candidates.resolveId(companyId, named.candidateId);
    const candidate = await this.candidates.candidate(companyId, candidateId, subsidiaries);
    if (candidate === undefined || candidate.name === undefined) return refuse('candidate-unknown', { field: 'candidateId' });
    const owner = addressOwner(candidate, this.clock.now(), this.config.closedAfterDays);
    const applicationId =
      named.applicationId === undefined
        ? chosenApplication(owner, undefined, undefined)
        : await this.candidates.resolveApplicationId(companyId, named.applicationId);
    if (applicationId === undefined) return allow({ candidateId });

    const application = candidate.applications.find((one) => one.applicationId === applicationId);
    if (application === undefined) return refuse('application-unknown', { field: 'applicationId' });
    return allow({ candidateId, applicationId, subsidiary: ofApplication(application.subsidiaryId) });
  }
}

export function ofApplication(subsidiaryId: string | undefined): SubsidiaryFound {
  return subsidiaryId === undefined ? { how: 'application' } : { how: 'application', subsidiaryId };
}
