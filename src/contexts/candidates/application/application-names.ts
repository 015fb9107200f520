import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Application } from '../domain/candidate/application.js';
import { applicationOf } from '../domain/candidate/candidate.js';
import { isSeen } from '../domain/candidate/candidate-seen.js';
import { ApplicationIds } from './application-ids.js';
import { ExternalIdsInUse } from './external-ids-in-use.js';
import { patiently } from './patiently.js';
import { CandidateStreams } from './ports/candidate-streams.port.js';

/** What a caller's own id of an application names. */
@Injectable()
export class ApplicationNames {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly ids: ApplicationIds,
    private readonly inUse: ExternalIdsInUse,
  ) {}

  /**
   * The candidate's application of that name; `undefined` where the cause's command may open it, or has. Refused where the name is another
   * one's. An application that another command is about to open is waited for.
   */
  async of(candidateId: string, externalId: string, cause: Cause) {
    return (await patiently(() => this.look(candidateId, externalId, cause))) ?? refuse('external-id-busy', { field: 'externalId' });
  }

  private async look(candidateId: string, externalId: string, cause: Cause) {
    const holder = await this.ids.holder(cause.companyId, externalId);
    if (holder === undefined || holder.applicationId === this.ids.fresh(cause)) return allow<Application | undefined>(undefined);
    if (holder.candidateId !== candidateId) return this.inUse.byApplication(holder, cause);
    const candidate = await this.candidates.load(cause.companyId, candidateId);
    const application = candidate && applicationOf(candidate.state, holder.applicationId);
    if (application === undefined) return undefined;
    return isSeen(cause.subsidiaries, application) ? allow<Application | undefined>(application) : this.inUse.byApplication(holder, cause);
  }
}
